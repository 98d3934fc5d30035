import type { Centre } from "../../domain/places/centre";
import type { Location } from "../../domain/places/location";
import type { Page, PageRequest } from "../engine/page";
import { given } from "../engine/query-input";
import type { Table } from "../engine/table";
import { codecs } from "../records/codecs";
import { everyArea, keys } from "../records/keys";
import { readNow, type Skip } from "../records/readable";
import { allItemsOf } from "../records/records.repository";

/** All conditions must hold; absent ones exclude nothing. */
export interface LocationCriteria {
  readonly areaCode?: string;
  /** Whether more than one centre is there. */
  readonly shared?: boolean;
}

export function locationRepository(table: Table) {
  const { byCodes, listedIn } = codecs.location.repository(table);

  return {
    byCodes,

    /** Locations that meet the criteria, by code: one Query and one BatchGet. */
    page({ areaCode, shared }: LocationCriteria, request: PageRequest): Promise<Page<Location>> {
      const partition = keys.locationInArea(areaCode ?? everyArea, "").pk;
      const where =
        shared === undefined ? {} : { where: given([["shared", "equals", shared ? "YES" : "NO"]]) };
      return listedIn({ partition, ...where }, request);
    },

    /** For projections: every centre, with every acknowledged write. */
    async allCentres(skip: Skip = () => undefined): Promise<Centre[]> {
      const listed = await allItemsOf(table, keys.centreInArea(everyArea, "", "").pk);
      // A record that is also listed under an old name appears once.
      const wanted = listed.map(({ code }) => codecs.centre.keyOf(String(code)));
      return readNow({ table, skip }, codecs.centre, wanted);
    },

    /** For projections: the codes of every location and of its centres. */
    async allMemberships(skip: Skip = () => undefined): Promise<Pick<Location, "centreCodes" | "code">[]> {
      const items = await allItemsOf(table, keys.locationInArea(everyArea, "").pk);
      return items.flatMap(({ pk, sk, code, centreCodes }) => {
        if (typeof code === "string" && Array.isArray(centreCodes)) return [{ code, centreCodes }];
        skip({ key: { pk, sk }, reason: "It has no code, or no list of centres." });
        return [];
      });
    },
  };
}
