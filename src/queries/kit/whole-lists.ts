import DataLoader from "dataloader";
import { type CoverageDocument, coverageDocumentId } from "../../domain/indicators/indicator-coverage";
import type { AreaLevel } from "../../domain/places/area";
import type { Repositories } from "../../storage";
import { publishedDocuments } from "./published-documents";

/** Lists that computed answers read as a whole: the answers of one request share one read of each. */
export const wholeLists = (repositories: Repositories) => ({
  areasOfLevel: byKey((level: AreaLevel) => repositories.areas.all(level)),
  centresOf: byKey((areaCode: string) => repositories.centres.allIn(areaCode)),
  centreTwins: once(() => repositories.centres.twins()),
  allCentres: once(() => repositories.centres.all()),
  allServiceListings: once(() => repositories.services.allListings()),
  allTaxonomyTerms: once(() => repositories.taxonomyTerms.all()),
  ...ofCities(repositories),
  allIndicators: once(() => repositories.indicators.all()),
  shared: sharedAnswers(),
  observationsOfIndicator: byKey((code: string) => repositories.observations.ofIndicator(code)),
  observationsOfLevel: byKey(
    ({ indicatorCode, period, level }: LevelKey) =>
      repositories.observations.ofIndicator(indicatorCode, { period, level }),
    ({ indicatorCode, period, level }) => `${indicatorCode}#${period}#${level}`,
  ),
});

function ofCities(repositories: Repositories) {
  const publishedDocument = publishedDocuments(repositories);
  const cities = once(() => repositories.snapshots.scopes());
  return {
    publishedDocument,
    /** The city with published documents, if it is the only one. */
    onlyCity: once(async () => {
      const [city, ...others] = await cities.load();
      return city !== undefined && others.length === 0 ? city : null;
    }),
    /** Where indicators have values, of every city with published documents. */
    indicatorCoverage: once(async (): Promise<readonly CoverageDocument[]> => {
      const names = (await cities.load()).map((scope) => ({ scope, id: coverageDocumentId }));
      const found = await Promise.all(names.map((name) => publishedDocument.load(name)));
      return found.filter((document) => document !== null) as CoverageDocument[];
    }),
  };
}

interface LevelKey {
  readonly indicatorCode: string;
  readonly period: string;
  readonly level: AreaLevel;
}

const byKey = <K, T>(read: (key: K) => Promise<T>, cacheKeyFn: (key: K) => string = String) =>
  new DataLoader<K, T, string>((keys) => Promise.all(keys.map(read)), { cacheKeyFn });

/** Answers that several fields of a request share, by name. */
function sharedAnswers() {
  const answers = new Map<string, Promise<unknown>>();
  return {
    load<T>(name: string, make: () => Promise<T>): Promise<T> {
      const answer = (answers.get(name) ?? make()) as Promise<T>;
      answers.set(name, answer);
      return answer;
    },
    clearAll: (): void => answers.clear(),
  };
}

/** A loader of one thing: it reads at the first call, and the others share the answer. */
function once<T>(read: () => Promise<T>) {
  let answer: Promise<T> | undefined;
  return {
    load(): Promise<T> {
      answer ??= read();
      return answer;
    },
    clearAll(): void {
      answer = undefined;
    },
  };
}
