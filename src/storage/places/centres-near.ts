import { distanceMetres } from "../../domain/geo/distance";
import { geohashNeighbourhood, guaranteedRadiusMetres } from "../../domain/geo/geohash";
import type { GeoPoint } from "../../domain/geo/point";
import { HubError } from "../../domain/kit/errors";
import type { Centre } from "../../domain/places/centre";
import { type Candidate, maxOrdered, tooManyToOrder } from "../engine/ordered-page";
import type { Reader } from "../engine/reader";
import { keys } from "../records/keys";
import { recordOf } from "../records/records.repository";

/** A circle on the globe. */
export interface Near {
  readonly point: GeoPoint;
  readonly withinMetres: number;
}

/** A centre with its distance. */
export type CentreNear = Candidate<Centre> & { readonly distanceMetres: number };

/** Cells of about 1 km, then 4 km, then 20 km: three rounds of at most nine cells, however many centres there are. */
export const searchPrecisions = [6, 5, 4] as const;
const maxPerCell = 1000;

/**
 * Centres in the circle, in any order: of the nine smallest cells that cover it.
 * @throws HubError LIMIT_EXCEEDED for too many in a cell or in the circle.
 */
export function centresNear(reader: Reader, near: Near): CentreNear[] {
  const wide = searchPrecisions.find(
    (precision) => guaranteedRadiusMetres(near.point, precision) >= near.withinMetres,
  );
  const centres = centresInCells(reader, near, wide ?? searchPrecisions.at(-1)!);
  if (centres.length > maxOrdered) throw tooManyToOrder();
  return centres;
}

/** Centres in the part of the circle that lies in the cells around its middle. */
export function centresInCells(
  reader: Reader,
  { point, withinMetres }: Near,
  precision: number,
): CentreNear[] {
  const results = geohashNeighbourhood(point, precision).map((cell) => {
    const { geoPk } = keys.geo.centres(cell, "");
    return reader.query({ index: "geo", partition: geoPk, prefix: cell }, maxPerCell);
  });
  if (results.some(({ more }) => more))
    throw new HubError("LIMIT_EXCEEDED", "dense", { most: maxPerCell }, { where: "withinMetres" });
  return results
    .flatMap(({ items }) => items)
    .map((item) => {
      const node = recordOf<Centre>(item);
      const distance = distanceMetres(point, node.position!);
      return { code: node.code, node, updatedAt: String(item.updatedAt), distanceMetres: distance };
    })
    .filter((each) => each.distanceMetres <= withinMetres);
}
