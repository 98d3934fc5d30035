import { HubError } from "../domain/errors";
import { entityOf, type HubRecord, identityOf } from "../storage/hub-record";
import { type LineProblem, type RowProblem, shown } from "./problem";
import type { Carried, Finished, FinishedRecord, Mapped, MappingContext, ReadRows, Source } from "./source";

/** Everything that a file says, and of which lines it comes. */
export interface MappedRows {
  readonly records: readonly FinishedRecord[];
  readonly problems: readonly LineProblem[];
  readonly read: number;
  /** Lines of which nothing came, beside those that could not be read as rows. */
  readonly rejected: ReadonlySet<number>;
  /** Rows that could not be read as rows. */
  readonly unreadable: number;
}

/** Maps all rows. Pure; never throws for what stands in a row. */
export function mapRows(
  source: Source,
  { rows, unreadable, problems }: ReadRows<{ readonly line: number }>,
  context: MappingContext,
): MappedRows {
  const records: FinishedRecord[] = [];
  const found: LineProblem[] = [...problems];
  const carried: Carried<unknown>[] = [];
  const rejected = new Set<number>();
  const lineOf = new Map<string, number>();
  for (const row of rows) {
    const { line } = row;
    const mapped = attempt(() => source.map(row, context));
    const twin = mapped.records.find((record) => lineOf.has(identityOf(record)));
    if (twin !== undefined) {
      rejected.add(line);
      found.push({ line, ...duplicate(twin, lineOf.get(identityOf(twin))!) });
      continue;
    }
    const about = mapped.records[0] && entityOf(mapped.records[0]);
    found.push(...mapped.problems.map((problem) => ({ line, ...(about && { about }), ...problem })));
    for (const record of mapped.records) {
      lineOf.set(identityOf(record), line);
      records.push({ ...record, lines: [line] });
    }
    if (mapped.carry !== null) carried.push({ line, carry: mapped.carry });
    else if (mapped.records.length === 0) rejected.add(line);
  }
  const finished = attemptFinish(() => source.finish?.(carried, context));
  for (const { line, rule } of finished.problems)
    if (rule === "DUPLICATE" && line !== null) rejected.add(line);
  return {
    records: [...records, ...finished.records],
    problems: [...found, ...finished.problems].sort((a, b) => (a.line ?? -1) - (b.line ?? -1)),
    read: rows.length + unreadable,
    rejected,
    unreadable,
  };
}

/** A record that its constructor refuses is a problem of the row; anything else that is thrown is a bug. */
function attempt(map: () => Mapped<unknown>): Mapped<unknown> {
  try {
    return map();
  } catch (error) {
    return { records: [], carry: null, problems: [invalid(error)] };
  }
}

function attemptFinish(finish: () => Finished | undefined): Finished {
  try {
    return finish() ?? { records: [], problems: [] };
  } catch (error) {
    return { records: [], problems: [{ line: null, ...invalid(error) }] };
  }
}

function invalid(error: unknown): RowProblem {
  if (!(error instanceof HubError)) throw error;
  return {
    column: error.where,
    value: null,
    rule: "INVALID_RECORD",
    severity: "ERROR",
    message: shown(`${error.message} ${error.hint}`)!,
  };
}

function duplicate(record: HubRecord, line: number): RowProblem {
  return {
    column: null,
    value: identityOf(record),
    rule: "DUPLICATE",
    severity: "ERROR",
    about: entityOf(record),
    message: `The row ${line} already gives the same. The first counts: remove one of them.`,
  };
}
