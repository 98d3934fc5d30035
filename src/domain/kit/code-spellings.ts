import { isCode } from "./field";

/** Digits of the longest padded number, as in `comune:015146`. */
const paddedDigits = 6;

/**
 * The codes that a typed one may mean, the one as typed first; none for a text that cannot be a code. Letter case, spaces
 * around the parts and leading zeros of their numbers do not matter: `NIL:042` may be `nil:42`.
 */
export function codeSpellings(typed: string): string[] {
  const parts = typed.trim().split(/\s*:\s*/);
  const lower = parts.map((part) => part.toLowerCase());
  const upper = parts.map((part) => part.toUpperCase());
  // Terms of vocabularies and rules of data quality have a second part in capitals.
  const mixed = lower.map((part, i) => (i === 1 ? upper[i]! : part));
  const cases = [parts, lower, mixed, upper];
  const padded = (part: string): string => part.padStart(paddedDigits, "0");
  const spellings = [cases, withNumbers(cases, (part) => part), withNumbers(cases, padded)].flat();
  return [...new Set(spellings.map((spelling) => spelling.join(":")))].filter(isCode);
}

const withNumbers = (cases: readonly string[][], written: (number: string) => string): string[][] =>
  cases.map((parts) =>
    parts.map((part) => (/^\d+$/.test(part) ? written(part.replace(/^0+(?=\d)/, "")) : part)),
  );
