import { type CoverageDocument, coverageDocumentId } from "../../domain/indicators/indicator-coverage";
import type { Observation } from "../../domain/indicators/observation";
import type { AreaLevel } from "../../domain/places/area";
import { gridPoints } from "../../domain/places/even-spread";
import type { EntityRef } from "../../domain/quality/data-quality-issue";
import { newestOf } from "../../domain/strategy/target-progress";
import type { Repositories } from "../../storage";
import { BoundedCache } from "../../storage/engine/bounded-cache";
import type { LastRuns } from "../../storage/imports/import-run.repository";
import { codecs } from "../../storage/records/codecs";
import { type EntityName, entityNames, type RecordTypes } from "../../storage/records/hub-record";
import type { RecordRef } from "../../storage/records/record-state";
import { type KnownState, knownStateOf } from "./record-state";

/** The published records of one type, by code. A merged record is replaced by the one that it was merged into. */
interface RecordsOf<T> {
  /** `null` without such a record. */
  one(code: string): T | null;
  /** In the order of the codes, without those that do not exist. */
  all(codes: readonly string[]): T[];
}

export type RecordsByName = { readonly [N in EntityName]: RecordsOf<RecordTypes[N]> };

/** The codes of a type of record that a mistyped one most resembles, best first. */
export type NearestCodes = (name: EntityName, typed: string) => readonly string[];

type PointsOfArea = ReturnType<typeof gridPoints>;

/** Computed answers that requests share, such as panels of indicators, in cells. */
const mostShared = 200_000;

/**
 * The records of one published version, for every request of that version: what one of them has computed, the others find.
 * @param nearestCodes no suggestions when absent.
 */
export function createRecords(repositories: Repositories, nearestCodes: NearestCodes = () => []) {
  const shared = new BoundedCache<{ readonly answer: unknown }>(mostShared);
  const sharedAnswers = new WeakSet<object>();
  const points = new Map<string, PointsOfArea | null>();
  const { areas, centres, documents, observations } = repositories;

  return {
    ...recordsByName(repositories),
    nearestCodes,
    observation: (key: Pick<Observation, "areaCode" | "indicatorCode" | "period">): Observation | null =>
      observations.byKeys([key])[0] ?? null,
    newestObservation: memo(
      ({ areaCode, indicatorCode }: Pick<Observation, "areaCode" | "indicatorCode">) =>
        newestOf(observations.ofArea(areaCode, indicatorCode)),
      ({ areaCode, indicatorCode }) => `${areaCode} ${indicatorCode}`,
    ),
    /** In the order of the codes; `null` for an area without a boundary. */
    populationPoints(codes: readonly string[]): (PointsOfArea | null)[] {
      const wanted = codes.filter((code) => !points.has(code));
      for (const [i, grid] of areas.populationPoints(wanted).entries())
        points.set(wanted[i]!, grid && gridPoints(grid));
      return codes.map((code) => points.get(code) ?? null);
    },
    issuesOf: (entity: EntityRef) => repositories.dataQualityIssues.ofRecords([entity])[0] ?? null,
    lastRuns: (sourceCode: string): LastRuns => repositories.importRuns.lastOf([sourceCode])[0]!,
    /** Metadata that the hub keeps about a record, also about one that is gone; `null` if there never was one. */
    state(ref: RecordRef): KnownState | null {
      const [state] = repositories.states.of([ref]);
      return state ? knownStateOf(state, ref) : null;
    },

    areasOfLevel: memo((level: AreaLevel) => areas.all(level)),
    centresOf: memo((areaCode: string) => centres.allIn(areaCode)),
    centreTwins: once(() => centres.twins()),
    allCentres: once(() => centres.all()),
    allServiceListings: once(() => repositories.services.allListings()),
    allTaxonomyTerms: once(() => repositories.taxonomyTerms.all()),
    allIndicators: once(() => repositories.indicators.all()),
    observationsOfIndicator: (code: string) => observations.ofIndicator(code),
    observationsOfLevel: ({ indicatorCode, period, level }: LevelKey) =>
      observations.ofIndicator(indicatorCode, { period, level }),

    /** The city with published figures, if it is the only one. */
    onlyCity: once(() => {
      const [city, ...others] = documents.cities();
      return city !== undefined && others.length === 0 ? city : null;
    }),
    /** Where indicators have values, of every city with published figures. */
    indicatorCoverage: once((): readonly CoverageDocument[] =>
      documents
        .cities()
        .map((city) => documents.one<CoverageDocument>(city, coverageDocumentId))
        .filter((document) => document !== null),
    ),
    document: <T>(scope: string, id: string): T | null => documents.one<T>(scope, id),

    /**
     * An answer that other fields and requests share.
     * @param sizeOf in cells.
     */
    shared<T>(name: string, make: () => T, sizeOf: (answer: T) => number): T {
      const found = shared.get(name);
      if (found !== undefined) return found.answer as T;
      const answer = make();
      shared.set(name, { answer }, sizeOf(answer));
      if (typeof answer === "object" && answer !== null) sharedAnswers.add(answer);
      return answer;
    },
    /** Whether a value is such an answer: the same object for every request. */
    isShared: (value: unknown): boolean =>
      typeof value === "object" && value !== null && sharedAnswers.has(value),
  };
}

export type Records = ReturnType<typeof createRecords>;

interface LevelKey {
  readonly indicatorCode: string;
  readonly period: string;
  readonly level: AreaLevel;
}

/** The compiler cannot follow the names through the list of them. */
const recordsByName = (repositories: Repositories): RecordsByName =>
  Object.fromEntries(
    entityNames.map((name) => {
      const byCodes = repositories[codecs[name].plural].byCodes as (codes: readonly string[]) => unknown[];
      return [
        name,
        {
          one: (code: string) => byCodes([code])[0] ?? null,
          all: (codes: readonly string[]) => byCodes(codes).filter((record) => record !== null),
        },
      ];
    }),
  ) as unknown as RecordsByName;

/** The answers of a function, by its argument: as many as the data has of them. */
function memo<K, T>(read: (key: K) => T, nameOf: (key: K) => string = String) {
  const answers = new Map<string, T>();
  return (key: K): T => {
    const name = nameOf(key);
    const known = answers.get(name);
    if (known !== undefined) return known;
    const answer = read(key);
    answers.set(name, answer);
    return answer;
  };
}

/** The answer of a function, computed at the first call. */
function once<T>(read: () => T) {
  let answer: { readonly of: T } | undefined;
  return (): T => {
    answer ??= { of: read() };
    return answer.of;
  };
}
