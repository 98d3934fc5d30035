import { entityOf, type HubRecord, identityOf } from "../../storage/records/hub-record";
import { type LeftOut, noneLeftOut } from "../kit/left-out";
import { type IdentityHash, identityHash, LineOfIdentity } from "../kit/line-of-identity";
import { byLine, failed, finding, type LineProblem, problem, type RowProblem } from "../kit/problem";
import type {
  Carried,
  Finished,
  FinishedRecord,
  Mapped,
  MappingContext,
  ReadRows,
  Source,
} from "../kit/source";

/** The content of a file, or of a batch of it, with its lines. */
export interface MappedRows {
  readonly records: readonly FinishedRecord[];
  readonly problems: readonly LineProblem[];
  readonly read: number;
  /** Lines without a result, beside the unreadable ones. */
  readonly rejected: ReadonlySet<number>;
  /** Rows that give nothing without a fault. */
  readonly leftOut: LeftOut;
  /** Lines that could not be read as rows. */
  readonly unreadable: number;
}

type AnyRow = { readonly line: number };

export interface RowMapper {
  /** Maps the rows of a batch. Never throws for the content of a row. */
  map(batch: ReadRows<AnyRow>, context: MappingContext): MappedRows;
  /** Results from all rows together, after the last batch. */
  finish(): MappedRows;
}

/**
 * Maps the batches of one file, in their order. It remembers lines by identity, and the data that the source carries.
 */
export function rowMapper(source: Source): RowMapper {
  const lineOf = new LineOfIdentity();
  const carried: Carried<unknown>[] = [];
  return {
    map({ rows, unreadable, problems, comments = 0 }, context) {
      const records: FinishedRecord[] = [];
      const found: LineProblem[] = [...problems];
      const rejected = new Set<number>();
      const leftOut = { ...noneLeftOut, COMMENT: comments };
      // A line of a wide table gives several rows: it is read, and left out, once.
      const seen = new Set<number>();
      const left = new Set<number>();
      for (const row of rows) {
        const { line } = row;
        const mapped = attempt(() => source.map(row, context));
        const identities = mapped.records.map((record) => identityHash(identityOf(record)));
        seen.add(line);
        if (mapped.leftOut && !left.has(line)) leftOut[mapped.leftOut]++;
        if (mapped.leftOut) left.add(line);
        const twin = firstTwin(mapped.records, identities, lineOf);
        if (twin !== null) {
          rejected.add(line);
          found.push({ line, ...twin });
          continue;
        }
        const about = mapped.records[0] && entityOf(mapped.records[0]);
        found.push(...mapped.problems.map((each) => ({ line, ...(about && { about }), ...each })));
        for (const identity of identities) lineOf.set(identity, line);
        records.push(...mapped.records.map((record) => ({ ...record, lines: [line] })));
        if (mapped.carry !== null && source.finish) carried.push({ line, carry: mapped.carry });
        else if (mapped.carry === null && mapped.records.length === 0) rejected.add(line);
      }
      const read = seen.size + unreadable + comments;
      return { records, problems: found, read, rejected, leftOut, unreadable };
    },
    finish() {
      const { records, problems } = attemptFinish(() => source.finish?.(carried));
      const twice = problems.flatMap(({ rule, line }) => (rule === "DUPLICATE" && line !== null ? line : []));
      const rejected = new Set(twice);
      return { records, problems, read: 0, rejected, leftOut: noneLeftOut, unreadable: 0 };
    },
  };
}

/** Maps a whole file that was read into one batch. */
export function mapRows(source: Source, rows: ReadRows<AnyRow>, context: MappingContext): MappedRows {
  const survey = source.survey?.();
  for (const row of rows.rows) survey?.see(row);
  const mapper = rowMapper(survey?.source() ?? source);
  const [mapped, finished] = [mapper.map(rows, context), mapper.finish()];
  return {
    ...mapped,
    records: [...mapped.records, ...finished.records],
    problems: [...mapped.problems, ...finished.problems].sort(byLine),
    rejected: new Set([...mapped.rejected, ...finished.rejected]),
  };
}

function firstTwin(
  records: readonly HubRecord[],
  identities: readonly IdentityHash[],
  lineOf: LineOfIdentity,
): RowProblem | null {
  for (const [i, record] of records.entries()) {
    const line = lineOf.get(identities[i]!);
    if (line !== undefined) return duplicate(record, line);
  }
  return null;
}

/** Whatever a row makes fail is a problem of this row: the others are imported. */
function attempt(map: () => Mapped<unknown>): Mapped<unknown> {
  try {
    return map();
  } catch (error) {
    return { records: [], carry: null, problems: [failed(error)] };
  }
}

function attemptFinish(finish: () => Finished | undefined): Finished {
  try {
    return finish() ?? { records: [], problems: [] };
  } catch (error) {
    return { records: [], problems: [{ line: null, ...failed(error) }] };
  }
}

function duplicate(record: HubRecord, line: number): RowProblem {
  const twin = problem("ERROR", finding("DUPLICATE", "earlierRow", { line }), null, identityOf(record));
  return { ...twin, about: entityOf(record) };
}
