/** Characters of a pattern, and of the text that is matched. */
const longestPattern = 300;
const longestText = 1_000;

/** Why a pattern cannot be used; `null` if it can. A repeated repetition could run for hours on a single cell. */
export function patternFault(pattern: string): string | null {
  if (pattern.length > longestPattern) return `has more than ${longestPattern} characters`;
  if (repeatsRepetition(pattern))
    return "repeats a group that repeats something itself: such a pattern may never end";
  try {
    const groups = new RegExp(`${pattern}|`, "iu").exec("")!.length - 1;
    return groups === 1 ? null : `has ${groups} groups: it needs exactly one, others begin with (?:`;
  } catch (error) {
    return `is no regular expression: ${(error as Error).message}`;
  }
}

/** Whether an unbounded repetition is in a group that is repeated too. */
function repeatsRepetition(pattern: string): boolean {
  // Without escaped characters and classes: brackets and marks in them are literal.
  const bare = pattern.replace(/\\./gu, "x").replace(/\[[^\]]*\]/gu, "x");
  /** For each open group, and the whole, whether it has an unbounded repetition. */
  const endless = [false];
  for (const [mark, close, more] of bare.matchAll(/(\))?([*+]|\{\d+,\d*\})|\(|\)/gu)) {
    if (mark === "(") endless.push(false);
    const closes = close !== undefined || mark === ")";
    const inner = closes ? (endless.pop() ?? false) : false;
    if (inner && more !== undefined) return true;
    const isEndless = inner || (more !== undefined && !/^\{\d+,\d+\}$/.test(more));
    if (isEndless && endless.length > 0) endless[endless.length - 1] = true;
  }
  return false;
}

const compiled = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(pattern, "iu");
  compiled.set(pattern, made);
  return made;
}

/** The text in the group of the pattern; empty without a match. Case makes no difference. */
export const extracted = (pattern: string, text: string): string =>
  (expressionOf(pattern).exec(text.slice(0, longestText))?.[1] ?? "").trim();

export const matches = (pattern: string, text: string): boolean =>
  expressionOf(pattern).test(text.slice(0, longestText));
