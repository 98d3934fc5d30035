/** Whether the words differ by one additional, missing or wrong letter (Levenshtein distance 1). */
export function isOneLetterOff(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (long.length - short.length > 1 || short === long) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}

/** The value of the only entry whose key is one letter off; `null` if there is none or several. */
export function entryOneLetterOff<T>(record: Readonly<Record<string, T>>, word: string): T | null {
  const near = Object.keys(record).filter((key) => isOneLetterOff(word, key));
  return near.length === 1 ? record[near[0]!]! : null;
}
