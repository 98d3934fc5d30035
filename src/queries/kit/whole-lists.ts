import DataLoader from "dataloader";
import type { AreaLevel } from "../../domain/places/area";
import type { Repositories } from "../../storage";
import { publishedDocuments } from "./published-documents";

/** Lists that computed answers read as a whole: the answers of one request share one read of each. */
export const wholeLists = (repositories: Repositories) => ({
  areasOfLevel: byKey((level: AreaLevel) => repositories.areas.allOfLevel(level)),
  centresOf: byKey((areaCode: string) => repositories.centres.allIn(areaCode)),
  allCentres: byKey((_: "all") => repositories.centres.all()),
  allServiceListings: byKey((_: "all") => repositories.services.allListings()),
  allTerms: byKey((_: "all") => repositories.taxonomyTerms.all()),
  /** The city with published documents, if it is the only one. */
  onlyCity: byKey(async (_: "published") => {
    const [city, ...others] = await repositories.snapshots.scopes();
    return city !== undefined && others.length === 0 ? city : null;
  }),
  publishedDocument: publishedDocuments(repositories),
  observationsOfIndicator: byKey((code: string) => repositories.observations.ofIndicator(code)),
  observationsOfLevel: byKey(
    ({ indicatorCode, period, level }: LevelKey) =>
      repositories.observations.ofIndicator(indicatorCode, { period, level }),
    ({ indicatorCode, period, level }) => `${indicatorCode}#${period}#${level}`,
  ),
});

interface LevelKey {
  readonly indicatorCode: string;
  readonly period: string;
  readonly level: AreaLevel;
}

const byKey = <K, T>(read: (key: K) => Promise<T>, cacheKeyFn: (key: K) => string = String) =>
  new DataLoader<K, T, string>((keys) => Promise.all(keys.map(read)), { cacheKeyFn });
