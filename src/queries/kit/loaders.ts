import DataLoader from "dataloader";
import { observationCode } from "../../domain/indicators/observation";
import { gridPoints } from "../../domain/places/even-spread";
import type { EntityRef } from "../../domain/quality/data-quality-issue";
import type { Repositories } from "../../storage";
import type { RecordRef } from "../../storage/records/history.repository";
import { newestObservations } from "./newest-observations";
import { type KnownState, knownStateOf } from "./record-state";
import { wholeLists } from "./whole-lists";

/** One loader for each kind of linked record: all requests in one step of a query become one batched read. */
export const createLoaders = (repositories: Repositories) => ({
  action: byCode(repositories.actions.byCodes),
  area: byCode(repositories.areas.byCodes),
  areaOverlaps: byCode(repositories.areas.overlaps),
  centre: byCode(repositories.centres.byCodes),
  cityCalendar: byCode(repositories.cityCalendars.byCodes),
  centreLocation: byCode(repositories.locations.ofCentres),
  centreServices: byCode(repositories.serviceLocations.ofCentres),
  dataQualityIssue: byCode(repositories.dataQualityIssues.byCodes),
  recordIssues: new DataLoader(repositories.dataQualityIssues.ofRecords, {
    cacheKeyFn: ({ type, code }: EntityRef) => `${type} ${code}`,
  }),
  engagementEvent: byCode(repositories.engagementEvents.byCodes),
  evaluationQuestion: byCode(repositories.evaluationQuestions.byCodes),
  expenditure: byCode(repositories.expenditures.byCodes),
  importRun: byCode(repositories.importRuns.byCodes),
  lastRuns: new DataLoader(repositories.importRuns.lastOf, { maxBatchSize: 100 }),
  indicator: byCode(repositories.indicators.byCodes),
  indicatorTarget: byCode(repositories.indicatorTargets.byCodes),
  location: byCode(repositories.locations.byCodes),
  milestone: byCode(repositories.milestones.byCodes),
  observation: new DataLoader(repositories.observations.byKeys, {
    cacheKeyFn: observationCode,
    maxBatchSize: 100,
  }),
  newestObservation: new DataLoader(newestObservations(repositories), {
    cacheKeyFn: ({ areaCode, indicatorCode }) => `${areaCode} ${indicatorCode}`,
    maxBatchSize: 100,
  }),
  organization: byCode(repositories.organizations.byCodes),
  populationPoints: byCode(async (codes) => {
    const grids = await repositories.areas.populationPoints(codes);
    return grids.map((grid) => grid && gridPoints(grid));
  }),
  partnership: byCode(repositories.partnerships.byCodes),
  recordState: new DataLoader(
    async (refs: readonly RecordRef[]): Promise<(KnownState | null)[]> => {
      const states = await repositories.history.states(refs);
      return states.map((state, i) => state && knownStateOf(state, refs[i]!));
    },
    { cacheKeyFn: ({ type, code }: RecordRef) => `${type} ${code}`, maxBatchSize: 100 },
  ),
  service: byCode(repositories.services.byCodes),
  serviceAtLocation: byCode(repositories.serviceLocations.byCodes),
  serviceListing: byCode(repositories.services.listings),
  sourceRef: byCode(repositories.sourceRefs.byCodes),
  strategy: byCode(repositories.strategies.byCodes),
  taxonomyTerm: byCode(repositories.taxonomyTerms.byCodes),
  ...wholeLists(repositories),
});

export type Loaders = ReturnType<typeof createLoaders>;

/** Finds records of one type by their codes. */
export type CodeLoader<T> = DataLoader<string, T | null>;

/** The loaders by code, each with its type of record. */
export type RecordsByLoader = {
  readonly [Name in keyof Loaders as Loaders[Name] extends CodeLoader<infer _>
    ? Name
    : never]: Loaders[Name] extends CodeLoader<infer T> ? T : never;
};

const byCode = <T>(byCodes: (codes: readonly string[]) => Promise<(T | null)[]>): CodeLoader<T> =>
  new DataLoader(byCodes);

/** Records of the codes, in their order, without those that do not exist. */
export async function loadAll<T>(loader: CodeLoader<T>, codes: readonly string[]): Promise<T[]> {
  const records = await Promise.all(codes.map((code) => loader.load(code)));
  return records.filter((record): record is Awaited<T> & T => record !== null);
}

/** The record of a code that may be absent. */
export const loadOne = <T>(loader: CodeLoader<T>, code: string | null): Promise<T | null> | null =>
  code === null ? null : loader.load(code);
