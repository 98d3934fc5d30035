import { matchingOrigin } from "../domain/kit/source-ref";
import { locationsOf } from "../domain/matching/locations-of";
import type { Centre } from "../domain/places/centre";
import type { CentreLocation, Location } from "../domain/places/location";
import { tableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { codecs } from "../storage/records/codecs";
import { everyArea, keys } from "../storage/records/keys";
import { type Reading, readNow, type Skip } from "../storage/records/readable";
import { allItemsOf } from "../storage/records/records.repository";
import { type SaveOptions, saveAll } from "../storage/records/save";
import { removeAll } from "../storage/records/write-gone";
import {
  type Drift,
  driftsBetween,
  fromRecords,
  isRecordOf,
  type LocatedRun,
  type Projection,
  textsOf,
  type Work,
} from "./projection";

function allCentres(reading: Reading): Centre[] {
  const listed = allItemsOf(reading.reader, keys.centreInArea(everyArea, "", "").pk);
  // A record that is also listed under an old name appears once.
  const wanted = listed.map(({ code }) => codecs.centre.keyOf(String(code)));
  return readNow(reading, codecs.centre, wanted);
}

/** The codes of every location and of its centres. */
function allMemberships({ reader, skip }: Reading): Pick<Location, "centreCodes" | "code">[] {
  const items = allItemsOf(reader, keys.locationInArea(everyArea, "").pk);
  return items.flatMap(({ pk, sk, code, centreCodes }) => {
    if (typeof code === "string" && Array.isArray(centreCodes)) return [{ code, centreCodes }];
    skip({ key: { pk, sk }, reason: "It has no code, or no list of centres." });
    return [];
  });
}

/** The location of each centre according to its record, and the stored locations. */
async function locatedCentres(table: Table, skip: Skip) {
  const { areas } = tableRepositories(table);
  const centres = await fromRecords({ table, skip }, allCentres);
  const before = await fromRecords({ table, skip }, allMemberships);
  if (centres.length === 0)
    return { centres, before, located: { locations: [], proposals: [] }, isWithinCity: () => true };
  const found = await areas.byCodes([...new Set(centres.flatMap((each) => each.areaCodes))]);
  const cities = new Set(found.flatMap((area) => (area?.level === "CITY" ? area.code : [])));
  const isWithinCity = (areaCode: string): boolean => !cities.has(areaCode);
  return { centres, before, located: locationsOf(centres, isWithinCity), isWithinCity };
}

/** The location of each centre. */
const placesIn = (locations: readonly Location[]): CentreLocation[] =>
  locations.flatMap(({ code: locationCode, centreCodes }) =>
    centreCodes.map((code) => ({ code, locationCode })),
  );

/**
 * Assigns every centre to its location, from the centres as they are now; unchanged items are not written. New
 * locations are written first, then the location of each centre, and obsolete ones are removed last. So a centre always
 * leads to an existing location, even after a kill, and the next call repairs the rest.
 */
export async function locateCentres(
  table: Table,
  now: string,
  skip: Skip = () => undefined,
): Promise<LocatedRun> {
  const { centres, before, located, isWithinCity } = await locatedCentres(table, skip);
  if (centres.length + before.length === 0) return { ...located, centres, isWithinCity, changed: 0 };
  const options: SaveOptions = { origin: matchingOrigin, now };
  const outcomes = await saveAll(table, codecs.location, located.locations, options);
  const places = placesIn(located.locations);
  await saveAll(table, codecs.centreLocation, places, options);
  const there = new Set(located.locations.map(({ code }) => code));
  const placed = new Set(places.map(({ code }) => code));
  const leftBehind = before.flatMap(({ centreCodes }) => centreCodes.filter((code) => !placed.has(code)));
  const gone = before.filter(({ code }) => !there.has(code));
  await removeAll(table, [...new Set(leftBehind)].map(keys.centreLocation));
  await removeAll(
    table,
    gone.map(({ code }) => codecs.location.keyOf(code)),
    gone.map(({ code }) => keys.locationInArea(everyArea, code)),
  );
  const written = outcomes.filter((outcome) => outcome !== "UNCHANGED").length;
  return { ...located, centres, isWithinCity, changed: written + gone.length };
}

const scope = "locations";

async function verify({ table, skip }: Work): Promise<Drift[]> {
  const { centreLocations, locations } = tableRepositories(table);
  const { centres, before, located } = await locatedCentres(table, skip);
  const kept = [...new Set([...before, ...located.locations].map(({ code }) => code))];
  const known = [...new Set([...centres.map(({ code }) => code), ...before.flatMap((b) => b.centreCodes)])];
  const wanted = { location: located.locations, centre: placesIn(located.locations) };
  const stored = {
    location: await locations.byCodes(kept),
    centre: await centreLocations.byCodes(known),
  };
  return driftsBetween(scope, textsOf(wanted), textsOf(stored));
}

/**
 * Which centres share a location. Its chunk is the whole hub, because any two centres may share one. Centres are few,
 * so all of them are read whenever one changes.
 */
export const locations: Projection = {
  name: scope,
  affectedBy: isRecordOf(["Centre"]),
  async rebuild({ table, save, skip, located }) {
    const run = await locateCentres(table, save.now, skip);
    return [{ scope, written: run.changed + ((await located?.(run)) ?? 0) }];
  },
  verify,
};
