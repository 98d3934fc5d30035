import { inBothLanguages } from "../../domain/kit/messages/both-languages";
import { problems as en } from "../../domain/kit/messages/en/problems";
import { problems as it } from "../../domain/kit/messages/it/problems";
import { foundAs, type LineProblem, type RowProblem } from "./problem";

/**
 * A problem without the numbers that the hub suppresses. It does not even say which rule of the row fails: that 80+ alone is more than
 * 80+ would be a fact about a suppressed number.
 * @param codes of the suppressed observations.
 */
export function withoutNumbers({ quotes, ...problem }: LineProblem, codes: ReadonlySet<string>): LineProblem {
  if (quotes?.every((code) => !codes.has(code)) !== false) return problem;
  const [, areaCode = ""] = quotes.find((code) => codes.has(code))!.split("@");
  const found = foundAs(
    problem.rule,
    inBothLanguages(en.INVALID_RECORD.suppressed, it.INVALID_RECORD.suppressed),
  );
  return { ...problem, ...found, column: null, value: null, about: { type: "Area", code: areaCode } };
}

/** A problem of a cell of a sensitive indicator without its text: "3*" is no number, and says one. */
export function withoutCell<P extends RowProblem>(problem: P): P {
  if (problem.severity !== "ERROR") return problem;
  const { sensitiveCell } = en.INVALID_RECORD;
  return {
    ...problem,
    ...foundAs(problem.rule, inBothLanguages(sensitiveCell, it.INVALID_RECORD.sensitiveCell)),
    value: null,
  };
}
