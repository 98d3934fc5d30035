import type { GeoPoint } from "../../domain/geo/point";
import { distinct } from "../../domain/kit/distinct";
import { HubError } from "../../domain/kit/errors";
import { isCode } from "../../domain/kit/field";
import type { TextLanguage } from "../../domain/kit/localized-text";
import type { Area } from "../../domain/places/area";
import type { CityCalendar } from "../../domain/places/city-calendar";
import { tableRepositories } from "../../storage";
import { BoundedCache } from "../../storage/engine/bounded-cache";
import { inGroups } from "../../storage/engine/chunks";
import type { Table } from "../../storage/engine/table";
import type { MappingContext, Source } from "../kit/source";

const maxRemembered = 50_000;
const concurrent = 8;

/** Looks up, batch by batch, the facts that the mapping needs; a source without points and areas needs none. */
export function contextFinder(
  source: Source,
  table: Table,
): (rows: readonly { readonly line: number }[]) => Promise<MappingContext> {
  const { areas, centres, cityCalendars } = tableRepositories(table);
  const remembered = new BoundedCache<readonly string[]>(maxRemembered);
  const seen = new Map<string, Area>();
  let levels: MappingContext["levelsWithBoundary"] | null = null;
  let cityLanguage: MappingContext["cityLanguage"];
  let surfacesKm2: ReadonlyMap<string, number> | null = null;
  return async (rows) => {
    const points = rows.flatMap((row) => orNone(() => source.points?.(row)));
    levels ??= new Set(source.points ? await areas.levelsWithBoundary() : []);
    surfacesKm2 ??= surfacesOf(await areas.byCodes(source.surfacesOf ?? []));
    if (source.isInCityLanguage) cityLanguage ??= languageOf(await cityCalendars.all());
    const known = new Map<string, readonly string[]>();
    await inGroups(points, concurrent, async (point) => {
      const id = idOf(point);
      const codes = remembered.get(id) ?? (await areas.codesAt(point));
      remembered.set(id, codes, 1);
      known.set(id, codes);
    });
    const named = new Set([
      ...rows.flatMap((row) => orNone(() => source.areaCodes?.(row))),
      ...[...known.values()].flat(),
    ]);
    const unseen = [...named].filter((code) => !seen.has(code));
    // A missing area may arrive with a later batch of the same file.
    for (const area of await areas.byCodes(unseen)) if (area !== null) seen.set(area.code, area);
    const wanted = [...new Set(rows.flatMap((row) => orNone(() => source.centreCodes?.(row))))];
    const found = await centres.byCodes(wanted.filter(isCode));
    const centreOf = new Map(found.flatMap((centre) => (centre === null ? [] : [[centre.code, centre]])));
    return {
      centreOf: (code) => centreOf.get(code) ?? null,
      areaCodesAt: (point) => known.get(idOf(point)) ?? [],
      areaOf: (code) => seen.get(code) ?? null,
      levelsWithBoundary: levels,
      surfacesKm2,
      ...(cityLanguage !== undefined && { cityLanguage }),
    };
  };
}

/** @throws HubError SOURCE_UNREADABLE if the cities of the hub have no language, or several: none is guessed. */
function languageOf(cities: readonly CityCalendar[]): TextLanguage {
  const [language, ...others] = distinct(cities.flatMap(({ language }) => language ?? []));
  if (language !== undefined && others.length === 0) return language;
  throw new HubError(
    "SOURCE_UNREADABLE",
    "language",
    { known: language === undefined ? [] : [language, ...others] },
    { where: "hsds.language" },
  );
}

/** A row that makes this fail makes its mapping fail too, which reports it. */
function orNone<T>(list: () => readonly T[] | undefined): readonly T[] {
  try {
    return list() ?? [];
  } catch {
    return [];
  }
}

const surfacesOf = (areas: readonly (Area | null)[]): ReadonlyMap<string, number> =>
  new Map(areas.flatMap((area) => (area?.areaKm2 ? [[area.code, area.areaKm2]] : [])));

const idOf = ({ latitude, longitude }: GeoPoint): string => `${latitude} ${longitude}`;
