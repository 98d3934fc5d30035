import DataLoader from "dataloader";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { TableRepositories } from "../../storage";
import type { ChangeRepository } from "../../storage/changes/change.repository";
import type { RecordRef } from "../../storage/records/record-state";

/** A record, and the code of one of its sources. */
interface Written {
  readonly ref: RecordRef;
  readonly source: string;
  /** Versions up to this instant; `null` for all. */
  readonly at: string | null;
}

interface SourceThen {
  readonly code: string;
  readonly instant: string;
}

/**
 * What is not published, as it is now: histories and changes. Created for one request: all questions of one step of a query
 * become one batched read.
 */
export const createLive = (repositories: TableRepositories, changes: ChangeRepository) => ({
  audit: repositories.audit,
  changes,
  history: repositories.history,
  hub: repositories.hub,
  /** The moments of records that were asked with `asOf`. */
  moments: momentsOfRecords(),
  sourceRefThen: new DataLoader(
    (wanted: readonly SourceThen[]) => Promise.all(wanted.map((each) => sourceThen(repositories, each))),
    { cacheKeyFn: ({ code, instant }: SourceThen) => `${code} ${instant}` },
  ),
  writtenBy: new DataLoader(
    (wanted: readonly Written[]) =>
      Promise.all(wanted.map(({ ref, source, at }) => repositories.history.writtenBy(ref, source, at))),
    { cacheKeyFn: ({ ref, source, at }: Written) => `${ref.type} ${ref.code} ${source} ${at}` },
  ),
});

export type Live = ReturnType<typeof createLive>;

function momentsOfRecords() {
  const moments = new WeakMap<object, string>();
  return {
    of: (record: object): string | null => moments.get(record) ?? null,
    note: (record: object, instant: string): unknown => moments.set(record, instant),
  };
}

/** The source of a moment. Of one that the hub read only later, the file of that moment is unknown. */
async function sourceThen(
  { history, sourceRefs }: TableRepositories,
  { code, instant }: SourceThen,
): Promise<SourceRef | null> {
  const then = await history.asOf<SourceRef>({ type: "SourceRef", code }, instant);
  if (then !== null) return then;
  const [now] = await sourceRefs.byCodes([code]);
  return now ? { ...now, modified: null, retrievedAt: null, sha256: null } : null;
}
