const months = "January|February|March|April|May|June|July|August|September|October|November|December";

/** What has digits and is no figure: codes, addresses, references, days, years and ages. */
const exceptions = [
  /`[^`\n]*`/g,
  /\]\([^)]*\)/g,
  /\bds\d+\b/g,
  /\b(?:NIL|Municipio) \d+\b/g,
  /\bVia [A-Z]\w+ \d+/g,
  /\bHSDS \d\.\d\b/g,
  /\b\d{4}-\d{2}(?:-\d{2})?\b/g,
  new RegExp(`\\b\\d{1,2} (?:${months})(?: \\d{4})?`, "g"),
  /\b(?:19|20)\d{2}\b/g,
  /\b\d+\+/g,
];
const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const figure = new RegExp(
  `(?<![\\w.])[-+]?\\d+(?:,\\d{3})*(?:\\.\\d+)?|\\b(?:${words.join("|")})\\b(?!-)`,
  "gi",
);

export interface Figure {
  readonly value: number;
  readonly decimals: number;
}

/** The figures of an English text in their order, numerals (22.3, 6,543) and words up to ten. */
export const figuresIn = (text: string): Figure[] => foundIn(text).map(([found]) => figureOf(found));

/** The same text with other values, each in the form of the figure in its place. */
export function withFigures(text: string, values: readonly number[]): string {
  const found = foundIn(text);
  if (found.length !== values.length)
    throw new Error(`${values.length} values for the ${found.length} figures of: ${text}`);
  return found.reduceRight((rest, match, i) => {
    const end = match.index + match[0].length;
    return rest.slice(0, match.index) + inFormOf(match[0], values[i]!) + rest.slice(end);
  }, text);
}

/** What is no figure becomes blank, so that places stay. */
function foundIn(text: string): RegExpExecArray[] {
  const bare = exceptions.reduce(
    (rest, exception) => rest.replace(exception, (part) => " ".repeat(part.length)),
    text,
  );
  return [...bare.matchAll(figure)];
}

function figureOf(found: string): Figure {
  const word = words.indexOf(found.toLowerCase());
  const digits = found.replace(/,/g, "");
  return word >= 0
    ? { value: word, decimals: 0 }
    : { value: Number(digits), decimals: digits.split(".")[1]?.length ?? 0 };
}

function inFormOf(found: string, value: number): string {
  const { decimals } = figureOf(found);
  const word = words.includes(found.toLowerCase()) ? words[value] : undefined;
  if (word !== undefined) return /^[A-Z]/.test(found) ? word[0]!.toUpperCase() + word.slice(1) : word;
  const form: Intl.NumberFormatOptions = {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: found.startsWith("+") ? "exceptZero" : "auto",
  };
  return shownWith(value, decimals).toLocaleString("en", form);
}

/** A computed number as a text with so many decimals shows it. */
export const shownWith = (value: number, decimals: number): number => Number(value.toFixed(decimals));
