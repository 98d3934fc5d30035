import { type Observation, observationCode } from "../../domain/indicators/observation";
import { type Finding, finding, problem, type RowProblem } from "../kit/problem";
import type { ObservationMapping } from "./observation.schema";
import { columnOf, type RowReader, rawCell } from "./read-value";

/** Rules for the numbers of one row. Numbers that break one are kept as published. */
export function rowChecks(
  { checks, values }: ObservationMapping,
  observations: readonly Observation[],
  reader: RowReader,
): RowProblem[] {
  if (checks === undefined) return [];
  const byCode = new Map(observations.map((each) => [each.indicatorCode, each]));
  const numberOf = (code: string): number | null => byCode.get(code)?.value ?? null;
  const columns = new Map(
    values.map(({ indicator, value }) => [indicator.constant, columnOf(value, reader.cells) ?? ""]),
  );
  const differs = (code: string, quoted: readonly string[], found: Finding): RowProblem => {
    const column = columns.get(code)!;
    const about = { type: "Observation", code: observationCode(byCode.get(code)!) };
    const quotes = quoted.map((each) => observationCode(byCode.get(each)!));
    return { ...problem("WARNING", found, column, rawCell(reader, column)), about, quotes };
  };
  const totals = checks.totals.flatMap(({ total, parts }) => {
    const [whole, ...found] = [total, ...parts].map(numberOf);
    if (whole == null || found.some((value) => value === null)) return [];
    const sum = found.reduce<number>((before, value) => before + value!, 0);
    if (sum === whole) return [];
    const summands = parts.map((code) => ({ value: numberOf(code), column: columns.get(code)! }));
    const values = { parts: summands, sum, total: whole };
    return [differs(total, [total, ...parts], finding("TOTAL_DIFFERS", "partsAreNotTotal", values))];
  });
  const nested = checks.nested.flatMap((chain) =>
    chain.slice(0, -1).flatMap((code, i) => {
      const [few, many] = [numberOf(code), numberOf(chain[i + 1]!)];
      if (few === null || many === null || few <= many) return [];
      const values = { part: few, whole: many, column: columns.get(chain[i + 1]!)! };
      return [differs(code, [code, chain[i + 1]!], finding("TOTAL_DIFFERS", "partAboveWhole", values))];
    }),
  );
  return [...totals, ...nested];
}
