/** Whether one letter too many, too few or wrong makes the one word out of the other (Levenshtein distance 1). */
export function isOneLetterOff(word: string, other: string): boolean {
  const [short, long] = word.length <= other.length ? [word, other] : [other, word];
  if (long.length - short.length > 1 || short === long) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  return short.slice(short.length === long.length ? same + 1 : same) === long.slice(same + 1);
}

/** The value of the one entry whose key is one letter off; `null` where none or several are. */
export function entryOneLetterOff<T>(record: Readonly<Record<string, T>>, word: string): T | null {
  const near = Object.keys(record).filter((key) => isOneLetterOff(word, key));
  return near.length === 1 ? record[near[0]!]! : null;
}
