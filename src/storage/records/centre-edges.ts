import { encodeGeohash } from "../../domain/geo/geohash";
import { type Centre, currentKindCode, standsForItself, stepFreeAccess } from "../../domain/places/centre";
import type { Item } from "../engine/key";
import { everyArea, type GeoKey, keys, type ListKey } from "./keys";

/** Another record of a place is found by its code and its identifiers, and in no list: lists have each place once. */
export const centreIndex = (centre: Centre): Partial<ListKey & GeoKey> =>
  standsForItself(centre)
    ? {
        ...keys.list.records("Centre", centre.code),
        ...(centre.position && keys.geo.centres(encodeGeohash(centre.position, 9), centre.code)),
      }
    : {};

export const centreEdges = (centre: Centre): Item[] =>
  standsForItself(centre)
    ? [everyArea, ...centre.areaCodes].map((areaCode) => ({
        ...keys.centreInArea(areaCode, centre.name, centre.code),
        code: centre.code,
        kindCode: currentKindCode(centre),
        strategyCodes: centre.strategyCodes,
        equipment: centre.equipment.filter((e) => e.availability === "YES").map((e) => e.feature),
        stepFree: stepFreeAccess(centre),
        status: centre.status,
      }))
    : [{ ...keys.centreTwin(centre.code), code: centre.code, sameAsCode: centre.sameAsCode }];
