import { distinctSorted } from "../domain/kit/distinct";
import { groupBy } from "../domain/kit/group-by";
import type { Centre } from "../domain/places/centre";
import type { ServiceAtLocation } from "../domain/services/service-at-location";
import { codecs } from "../storage/records/codecs";
import { keys } from "../storage/records/keys";
import { type Reading, readCodes } from "../storage/records/readable";
import { allItemsOf } from "../storage/records/records.repository";

/** Further records of places, by the code of the record that stands for each. */
export function twinsByCentre(work: Reading): Map<string, Centre[]> {
  const listed = allItemsOf(work.reader, keys.centreTwin("").pk);
  const twins = readCodes(
    work,
    codecs.centre,
    listed.map(({ code }) => String(code)),
  );
  return groupBy(twins.values(), ({ sameAsCode }) => sameAsCode ?? "");
}

/** Codes of the services that a centre offers, by its code; in an order that does not depend on that of the locations. */
export function servicesByCentre(locations: readonly ServiceAtLocation[]): Map<string, string[]> {
  const ofCentre = groupBy(locations, ({ centreCode }) => centreCode);
  return new Map(
    [...ofCentre].map(([code, own]) => [code, distinctSorted(own.map(({ serviceCode }) => serviceCode))]),
  );
}
