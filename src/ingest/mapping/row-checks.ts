import { type Observation, observationCode } from "../../domain/indicators/observation";
import { problem } from "../kit/cells";
import type { RowProblem } from "../kit/problem";
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
  const named = (code: string): string => JSON.stringify(columns.get(code));
  const differs = (code: string, message: string): RowProblem => {
    const column = columns.get(code)!;
    const about = { type: "Observation", code: observationCode(byCode.get(code)!) };
    return { ...problem("WARNING", "TOTAL_DIFFERS", column, rawCell(reader, column), message), about };
  };
  const totals = checks.totals.flatMap(({ total, parts }) => {
    const [whole, ...found] = [total, ...parts].map(numberOf);
    if (whole == null || found.some((value) => value === null)) return [];
    const sum = found.reduce<number>((before, value) => before + value!, 0);
    if (sum === whole) return [];
    const message = `${parts.map((code) => `${numberOf(code)} ${named(code)}`).join(" and ")} are ${sum}, not ${whole}. Kept as published.`;
    return [differs(total, message)];
  });
  const nested = checks.nested.flatMap((chain) =>
    chain.slice(0, -1).flatMap((code, i) => {
      const [few, many] = [numberOf(code), numberOf(chain[i + 1]!)];
      if (few === null || many === null || few <= many) return [];
      const message = `${few} is more than the ${many} of ${named(chain[i + 1]!)} of which it is a part. Kept as published.`;
      return [differs(code, message)];
    }),
  );
  return [...totals, ...nested];
}
