import DataLoader from "dataloader";
import { observationCode } from "../../domain/indicators/observation";
import type { SourceRef } from "../../domain/kit/source-ref";
import { gridPoints } from "../../domain/places/even-spread";
import type { EntityRef } from "../../domain/quality/data-quality-issue";
import type { Repositories } from "../../storage";
import { codecs } from "../../storage/records/codecs";
import type { RecordRef } from "../../storage/records/history.repository";
import { type EntityName, entityNames, type RecordTypes } from "../../storage/records/hub-record";
import { newestObservations } from "./newest-observations";
import { type KnownState, knownStateOf } from "./record-state";
import { wholeLists } from "./whole-lists";

/** Finds records of one type by their codes. */
export type CodeLoader<T> = DataLoader<string, T | null>;

/** The loader of each type of record that is read by a code. */
export type CodeLoaders = { readonly [N in EntityName]: CodeLoader<RecordTypes[N]> };

/** The compiler cannot follow the names through the list of them. */
const codeLoaders = (repositories: Repositories) =>
  Object.fromEntries(
    entityNames.map((name) => [
      name,
      new DataLoader<string, unknown>(repositories[codecs[name].plural].byCodes),
    ]),
  ) as unknown as CodeLoaders;

/** The codes of a type of record that a mistyped one most resembles, best first. */
export type NearestCodes = (name: EntityName, typed: string) => Promise<readonly string[]>;

/** Different wrong codes of one request that get suggestions. */
const mostSuggested = 10;

const suggestions = (nearestCodes: NearestCodes) => {
  let suggested = 0;
  return new DataLoader(
    (wanted: readonly { readonly name: EntityName; readonly typed: string }[]) =>
      Promise.all(
        wanted.map(({ name, typed }) => (++suggested > mostSuggested ? [] : nearestCodes(name, typed))),
      ),
    { cacheKeyFn: ({ name, typed }) => `${name} ${typed}` },
  );
};

/** An edit does not change the past, so that nothing is cleared. */
function momentsOfRecords() {
  const moments = new WeakMap<object, string>();
  return {
    of: (record: object): string | null => moments.get(record) ?? null,
    note: (record: object, instant: string): unknown => moments.set(record, instant),
    clearAll: () => undefined,
  };
}

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

/** The source of a moment. Of one that the hub read only later, the file of that moment is unknown. */
async function sourceThen(
  { history, sourceRefs }: Repositories,
  { code, instant }: SourceThen,
): Promise<SourceRef | null> {
  const then = await history.asOf<SourceRef>({ type: "SourceRef", code }, instant);
  if (then !== null) return then;
  const [now] = await sourceRefs.byCodes([code]);
  return now ? { ...now, modified: null, retrievedAt: null, sha256: null } : null;
}

/**
 * One loader for each kind of linked record: all requests in one step of a query become one batched read.
 * @param nearestCodes no suggestions when absent.
 */
export const createLoaders = (repositories: Repositories, nearestCodes: NearestCodes = async () => []) => ({
  ...codeLoaders(repositories),
  nearestCodes: suggestions(nearestCodes),
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
  recordIssues: new DataLoader(repositories.dataQualityIssues.ofRecords, {
    cacheKeyFn: ({ type, code }: EntityRef) => `${type} ${code}`,
  }),
  lastRuns: new DataLoader(repositories.importRuns.lastOf, { maxBatchSize: 100 }),
  observation: new DataLoader(repositories.observations.byKeys, {
    cacheKeyFn: observationCode,
    maxBatchSize: 100,
  }),
  newestObservation: new DataLoader(newestObservations(repositories), {
    cacheKeyFn: ({ areaCode, indicatorCode }) => `${areaCode} ${indicatorCode}`,
    maxBatchSize: 100,
  }),
  populationPoints: new DataLoader(async (codes: readonly string[]) => {
    const grids = await repositories.areas.populationPoints(codes);
    return grids.map((grid) => grid && gridPoints(grid));
  }),
  recordState: new DataLoader(
    async (refs: readonly RecordRef[]): Promise<(KnownState | null)[]> => {
      const states = await repositories.history.states(refs);
      return states.map((state, i) => state && knownStateOf(state, refs[i]!));
    },
    { cacheKeyFn: ({ type, code }: RecordRef) => `${type} ${code}`, maxBatchSize: 100 },
  ),
  ...wholeLists(repositories),
});

export type Loaders = ReturnType<typeof createLoaders>;

/** Records of the codes, in their order, without those that do not exist. */
export async function loadAll<T>(loader: CodeLoader<T>, codes: readonly string[]): Promise<T[]> {
  const records = await Promise.all(codes.map((code) => loader.load(code)));
  return records.filter((record): record is Awaited<T> & T => record !== null);
}

/** The record of a code that may be absent. */
export const loadOne = <T>(loader: CodeLoader<T>, code: string | null): Promise<T | null> | null =>
  code === null ? null : loader.load(code);
