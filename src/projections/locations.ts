import { matchingOrigin } from "../domain/kit/source-ref";
import { type LocatedCentres, locationsOf } from "../domain/matching/locations-of";
import type { Centre } from "../domain/places/centre";
import { createRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { codecs } from "../storage/records/codecs";
import type { HubRecord } from "../storage/records/hub-record";
import { everyArea, keys } from "../storage/records/keys";
import { removeAll } from "../storage/records/remove";
import { type SaveOptions, saveAll } from "../storage/records/save";

export interface LocatedRun extends LocatedCentres {
  /** All that were compared. */
  readonly centres: readonly Centre[];
  /** Locations that were written or removed. */
  readonly changed: number;
}

/**
 * Puts every centre into its location, from the centres as they are now; what is right already is not written. New
 * locations are written first, then where each centre is, and what is gone is removed last: killed in between, a centre
 * leads to a location that is there, and the next call mends the rest.
 */
export async function locateCentres(table: Table, now: string): Promise<LocatedRun> {
  const { areas, locations } = createRepositories(table);
  const centres = await locations.everyCentre();
  const before = await locations.everyMembership();
  if (centres.length + before.length === 0) return { centres, locations: [], proposals: [], changed: 0 };
  const found = await areas.byCodes([...new Set(centres.flatMap((each) => each.areaCodes))]);
  const cities = new Set(found.flatMap((area) => (area?.level === "CITY" ? area.code : [])));
  const located = locationsOf(centres, (areaCode) => !cities.has(areaCode));

  const options: SaveOptions = { origin: matchingOrigin, now };
  const outcomes = await saveAll(table, codecs.location, located.locations, options);
  const places = located.locations.flatMap(({ code: locationCode, centreCodes }) =>
    centreCodes.map((code) => ({ code, locationCode })),
  );
  await saveAll(table, codecs.centreLocation, places, options);
  const there = new Set(located.locations.map(({ code }) => code));
  const placed = new Set(places.map(({ code }) => code));
  const leftBehind = before.flatMap(({ centreCodes }) => centreCodes.filter((code) => !placed.has(code)));
  const gone = before.filter(({ code }) => !there.has(code));
  await removeAll(table, [...new Set(leftBehind)].map(keys.centreLocation));
  await removeAll(
    table,
    gone.map(({ code }) => keys.location(code)),
    gone.map(({ code }) => keys.locationInArea(everyArea, code)),
  );
  const written = outcomes.filter((outcome) => outcome !== "UNCHANGED").length;
  return { ...located, centres, changed: written + gone.length };
}

/** As `locateCentres`, where some records were written: only centres move locations. */
export async function followCentres(table: Table, changed: readonly HubRecord[], now: string): Promise<void> {
  if (changed.some(({ type }) => type === "centre")) await locateCentres(table, now);
}
