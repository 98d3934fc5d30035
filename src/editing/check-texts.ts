import { InvalidRecordError, type Problem, problemWith } from "../domain/kit/check";
import { hasHiddenCharacters, hasHiddenInLine } from "../domain/kit/hidden-characters";
import { limits } from "../domain/kit/limits";

/** Fields with a name, which is one line. */
const names = /^(name|alternateName)\b/;

/**
 * Checks the texts that a caller gives: their length, and characters that nobody sees but that change what others read.
 * @param fields the changed fields of a record.
 * @throws InvalidRecordError with every problem.
 */
export function checkTexts(type: string, code: string, fields: object): void {
  const problems = problemsIn(fields, "");
  if (problems.length > 0) throw new InvalidRecordError(type, code, problems);
}

function problemsIn(value: unknown, place: string): Problem[] {
  if (typeof value === "string") {
    if (value.length > limits.editedText)
      return [problemWith(place, value, (text) => text.textLength({ most: limits.editedText }))];
    const isHidden = names.test(place) ? hasHiddenInLine : hasHiddenCharacters;
    return isHidden(value) ? [problemWith(place, value, (text) => text.hiddenCharacters)] : [];
  }
  if (Array.isArray(value)) return value.flatMap((item, i) => problemsIn(item, `${place}[${i}]`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    problemsIn(inner, place === "" ? field : `${place}.${field}`),
  );
}
