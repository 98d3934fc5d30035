import type { Location } from "../../domain/places/location";
import type { Page, PageRequest } from "../engine/page";
import { given } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import { codecs } from "../records/codecs";
import { everyArea, keys } from "../records/keys";

/** All conditions must hold; absent ones exclude nothing. */
export interface LocationCriteria {
  readonly areaCode?: string;
  /** Whether more than one centre is there. */
  readonly shared?: boolean;
}

export function locationRepository(reader: Reader) {
  const { byCodes, listedIn } = codecs.location.repository(reader);

  return {
    byCodes,

    /** Locations that meet the criteria, by code. */
    page({ areaCode, shared }: LocationCriteria, request: PageRequest): Page<Location> {
      const partition = keys.locationInArea(areaCode ?? everyArea, "").pk;
      const where =
        shared === undefined ? {} : { where: given([["shared", "equals", shared ? "YES" : "NO"]]) };
      return listedIn({ partition, ...where }, request);
    },
  };
}
