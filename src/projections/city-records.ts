import type { IndicatorDefinition } from "../domain/indicators/indicator";
import type { Observation } from "../domain/indicators/observation";
import { citiesScope } from "../domain/indicators/series-document";
import type { SourceRef } from "../domain/kit/source-ref";
import { type Area, areaLevels } from "../domain/places/area";
import { chunks } from "../storage/engine/chunks";
import type { Table } from "../storage/engine/table";
import { keys } from "../storage/records/keys";
import { everyRecord, everyRecordOf } from "../storage/records/records.repository";

/** What the documents of a city are made of: its own records, and the definitions that all cities share. */
export interface CityRecords {
  readonly cityCode: string;
  /** `null` where the city itself is not (yet) there. */
  readonly city: Area | null;
  /** Its areas of every level below, in their order. */
  readonly areas: readonly Area[];
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  readonly sources: ReadonlyMap<string, SourceRef>;
  /** Of the city and of its areas. */
  readonly observations: readonly Observation[];
}

/** Records that several cities share, read once for all of them. */
export interface SharedRecords {
  readonly areas: readonly Area[];
  readonly indicators: ReadonlyMap<string, IndicatorDefinition>;
  readonly sources: ReadonlyMap<string, SourceRef>;
}

export async function sharedRecords(table: Table): Promise<SharedRecords> {
  const levels = areaLevels.map((level) => everyRecord<Area>(table, keys.list.areas(level, "").listPk));
  const indicators = await everyRecord<IndicatorDefinition>(
    table,
    keys.list.records("IndicatorDefinition", "").listPk,
  );
  const sources = await everyRecord<SourceRef>(table, keys.list.records("SourceRef", "").listPk);
  return {
    areas: (await Promise.all(levels)).flat(),
    indicators: new Map(indicators.map((indicator) => [indicator.code, indicator])),
    sources: new Map(sources.map((source) => [source.code, source])),
  };
}

/** The cities that the hub knows anything of. */
export const cityCodesOf = ({ areas }: SharedRecords): string[] =>
  [...new Set(areas.map(({ code, cityCode }) => cityCode ?? code))].sort();

/** The cities as areas beside each other: one Query for each of them. */
export async function recordsOfCities(table: Table, shared: SharedRecords): Promise<CityRecords> {
  const areas = shared.areas.filter(({ level }) => level === "CITY");
  const observations = await observationsOf(table, areas);
  const { indicators, sources } = shared;
  return { cityCode: citiesScope, city: null, areas, indicators, sources, observations };
}

const concurrent = 8;

/** Everything of one city: one Query for each of its areas, whatever other cities the hub holds. */
export async function cityRecords(
  table: Table,
  cityCode: string,
  { areas, indicators, sources }: SharedRecords,
): Promise<CityRecords> {
  const city = areas.find(({ code }) => code === cityCode) ?? null;
  const own = areas.filter((area) => area.cityCode === cityCode);
  const observations = await observationsOf(table, [{ code: cityCode }, ...own]);
  return { cityCode, city, areas: own, indicators, sources, observations };
}

async function observationsOf(table: Table, areas: readonly Pick<Area, "code">[]): Promise<Observation[]> {
  const observations: Observation[] = [];
  for (const group of chunks(areas, concurrent)) {
    const found = await Promise.all(
      group.map(({ code }) => everyRecordOf<Observation>(table, keys.observation(code, "", "").pk)),
    );
    observations.push(...found.flat());
  }
  return observations;
}
