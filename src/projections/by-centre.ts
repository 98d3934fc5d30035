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

/** Codes of the services that a centre offers, by its code. */
export function servicesByCentre(locations: readonly ServiceAtLocation[]): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { centreCode, serviceCode } of locations)
    codes.set(centreCode, [...(codes.get(centreCode) ?? []), serviceCode]);
  return codes;
}
