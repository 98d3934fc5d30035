import type { Centre, EquipmentFeature } from "../domain/centre";
import { HubError } from "../domain/errors";
import { distanceMetres } from "../domain/geo/distance";
import { geohashNeighbourhood, guaranteedRadiusMetres } from "../domain/geo/geohash";
import type { GeoPoint } from "../domain/geo/point";
import { codecs } from "./codecs";
import { everyArea, keys } from "./keys";
import { type Page, type PageRequest, readPage, readSelectedPage, type Selection } from "./page";
import type { ItemFilter } from "./query-input";
import { recordOf, recordsRepository } from "./records.repository";
import type { Item, Table } from "./table";

/** Conditions that all must hold; absent ones exclude nothing. */
export interface CentreCriteria {
  /** Code of an area of any level. */
  readonly areaCode?: string;
  /** The kind that it has now. */
  readonly kindCode?: string;
  readonly strategyCode?: string;
  /** Known to be there: UNKNOWN does not match. */
  readonly equipment?: readonly EquipmentFeature[];
}

export interface CentreNearby {
  readonly centre: Centre;
  readonly distanceMetres: number;
}

/** Cells of about 1 km, then 4 km, then 20 km: three rounds of at most nine queries, however many centres there are. */
const searchPrecisions = [6, 5, 4] as const;
const mostPerCell = 1000;

export function centreRepository(table: Table) {
  const { byCodes, everyOne } = recordsRepository<Centre>(table, codecs.centre);
  return {
    byCodes,
    everyOne,

    /** Centres that meet the criteria, by name. */
    page(
      criteria: CentreCriteria,
      request: PageRequest,
      selection?: Selection<Centre>,
    ): Promise<Page<Centre>> {
      const { pk } = keys.centreInArea(criteria.areaCode ?? everyArea, "", "");
      const params = { partition: pk, where: filtersOf(criteria) };
      const centresOf = (items: readonly Item[]) => byCodes(items.map((item) => String(item.code)));
      return selection
        ? readSelectedPage(table, params, request, centresOf, selection)
        : readPage(table, params, request, centresOf);
    },

    /**
     * The nearest centres in a straight line, nearest first.
     * Looks in ever larger cells until what was found is certainly nearer than anything outside of them. Beyond 67
     * degrees of latitude the largest cells are narrower than the largest radius, and what lies outside is not found.
     * @param withinMetres 1 to `limits.searchRadiusMetres`.
     */
    async nearest(point: GeoPoint, limit: number, withinMetres: number): Promise<CentreNearby[]> {
      let found: CentreNearby[] = [];
      for (const precision of searchPrecisions) {
        const certain = Math.min(guaranteedRadiusMetres(point, precision), withinMetres);
        found = (await inCells(table, geohashNeighbourhood(point, precision)))
          .map((centre) => ({ centre, distanceMetres: distanceMetres(point, centre.position!) }))
          .filter((nearby) => nearby.distanceMetres <= certain)
          .sort((a, b) => a.distanceMetres - b.distanceMetres || (a.centre.code < b.centre.code ? -1 : 1));
        if (found.length >= limit || certain === withinMetres) break;
      }
      return found.slice(0, limit);
    },
  };
}

async function inCells(table: Table, cells: readonly string[]): Promise<Centre[]> {
  const results = await Promise.all(
    cells.map((cell) => {
      const { geoPk } = keys.geo.centres(cell, "");
      return table.query({ index: "geo", partition: geoPk, prefix: cell }, mostPerCell);
    }),
  );
  if (results.some(({ more }) => more)) throw tooDense();
  return results.flatMap(({ items }) => items.map((item) => recordOf<Centre>(item)));
}

const filtersOf = ({ kindCode, strategyCode, equipment = [] }: CentreCriteria): ItemFilter[] => [
  ...(kindCode === undefined ? [] : [{ attribute: "kindCode", test: "equals" as const, value: kindCode }]),
  ...(strategyCode === undefined
    ? []
    : [{ attribute: "strategyCodes", test: "contains" as const, value: strategyCode }]),
  ...equipment.map((feature) => ({ attribute: "equipment", test: "contains" as const, value: feature })),
];

const tooDense = (): HubError =>
  new HubError("LIMIT_EXCEEDED", {
    message: `More than ${mostPerCell} centres lie in one cell of the search.`,
    messageIt: `Più di ${mostPerCell} centri si trovano in una sola cella della ricerca.`,
    hint: "Ask for fewer centres or a smaller radius.",
    where: "withinMetres",
  });
