const months = "January|February|March|April|May|June|July|August|September|October|November|December";

/** What has digits and is no figure: codes, addresses, references, days, years and ages. */
const exceptions = [
  /`[^`\n]*`/g,
  /\]\([^)]*\)/g,
  /\bds\d+\b/g,
  /\b(?:NIL|Municipio) \d+\b/g,
  /\bVia [A-Z]\w+ \d+/g,
  /\bHSDS \d\.\d\b/g,
  /\b\d{4}-\d{2}-\d{2}\b/g,
  new RegExp(`\\b\\d{1,2} (?:${months})(?: \\d{4})?`, "g"),
  /\b(?:19|20)\d{2}\b/g,
  /\b\d+\+/g,
];
const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const figure = new RegExp(`(?<![\\w.])[-+]?\\d[\\d,]*(?:\\.\\d+)?|\\b(?:${words.join("|")})\\b(?!-)`, "gi");

export interface Figure {
  readonly value: number;
  readonly decimals: number;
}

/** The figures of an English text in their order, numerals (22.3, 6,543) and words up to ten. */
export function figuresIn(text: string): Figure[] {
  const bare = exceptions.reduce((rest, exception) => rest.replace(exception, " "), text);
  return [...bare.matchAll(figure)].map(([found]) => {
    const word = words.indexOf(found.toLowerCase());
    const digits = found.replace(/,/g, "");
    return word >= 0
      ? { value: word, decimals: 0 }
      : { value: Number(digits), decimals: digits.split(".")[1]?.length ?? 0 };
  });
}

/** A computed number as a text with so many decimals shows it. */
export const shownWith = (value: number, decimals: number): number => Number(value.toFixed(decimals));
