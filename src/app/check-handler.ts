import { verify } from "../projections/refresh";
import { freshnessOfSources } from "../queries/quality/freshness-of-sources";
import { createRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { fromTable } from "../storage/engine/table-reader";
import type { Log } from "./log";

/** What the nightly check found. The names of its numbers are those of the metrics. */
export interface CheckAnswer {
  /** Stored items that are not what the records say, and those that cannot be read. */
  readonly Drift: number;
  /** Sources whose data is older than their own frequency allows. */
  readonly SourcesLate: number;
  /** Of the oldest of them: how long it is beyond its frequency. */
  readonly OldestSourceLatenessHours: number;
}

/** Lines of the log that name what differs: the command `projections -- verify` names all. */
const mostNamed = 100;

/**
 * Compares everything that is stored and published with the records, as `npm run projections -- verify` does, and looks how old the data
 * is. A night that does not come to its end reports nothing, which rings too.
 */
export const checkHandler =
  ({ table, log }: { readonly table: Table; readonly log: Log }) =>
  async (): Promise<CheckAnswer> => {
    const { late, fresh, unknown } = await fromTable(table, (reader) =>
      freshnessOfSources(createRepositories(reader), table.clock()),
    );
    for (const { code, daysLate, reason } of late)
      log({ level: "error", message: `LATE ${code}: ${reason.en}`, source: code, daysLate });
    const { drifts, unreadable } = await verify(table);
    const lines = [
      ...unreadable.map(({ key, reason }) => `UNREADABLE ${key.pk} ${key.sk}: ${reason}`),
      ...drifts.map(({ drift, scope, document }) => `${drift} ${scope} ${document}`),
    ];
    for (const message of lines.slice(0, mostNamed)) log({ level: "error", message });
    const answer: CheckAnswer = {
      Drift: lines.length,
      SourcesLate: late.length,
      OldestSourceLatenessHours: (late[0]?.daysLate ?? 0) * 24,
    };
    log({ level: "info", message: "The hub was checked.", fresh, unknown, ...answer });
    return answer;
  };
