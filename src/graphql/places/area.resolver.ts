import { limits } from "../../domain/kit/limits";
import type { Area, AreaOverlap } from "../../domain/places/area";
import { areasAtPoint } from "../../queries/places/areas-at-point";
import { findAreas } from "../../queries/places/find-areas";
import { findBoundary } from "../../queries/places/find-boundary";
import { optional, required, usually } from "../kit/argument";
import { field, fields, fieldWith, operation, queries } from "../kit/declare";
import { GeoPointInput } from "../kit/geo.type";
import { listArguments } from "../kit/page.input";
import { GeoJSONGeometryScalar } from "../kit/scalars";
import { AreaFilterInput } from "./area.input";
import {
  AreaConnectionType,
  AreaOverlapType,
  AreasAtPointType,
  AreaType,
  BoundaryPrecisionEnum,
  toArea,
} from "./area.type";

queries({
  areas: operation(
    () => AreaConnectionType,
    "Areas of one level, or with the given codes, by number.",
    { filter: optional(() => AreaFilterInput, "Filter of areas."), ...listArguments },
    ({ filter, ...page }, context) => findAreas(filter, page, context),
  ),
  area: toArea.byCodeAsOf("Area", "area", "nil:42, municipio:5, comune:015146"),
  areaAt: operation(
    () => AreasAtPointType,
    "Areas that contain a point.",
    { point: required(() => GeoPointInput, "Point.") },
    ({ point }, context) => areasAtPoint(point, context),
  ),
});

fields<Area>(() => AreaType, {
  city: toArea.one("cityCode", "City of the area; null for a city."),
  overlaps: field(
    () => [AreaOverlapType],
    "Overlapping areas of other levels, largest share first; null if no source states overlaps.",
    ({ code }, { records }) => records.areaOverlaps.one(code)?.overlaps ?? null,
    limits.mapAreas,
  ),
  boundary: fieldWith(
    () => GeoJSONGeometryScalar,
    "Current boundary, simplified: a Polygon or a MultiPolygon. Outer rings run counter-clockwise, holes clockwise. Null if no source draws the area, as for a city that is known by its districts, or if the boundary was never imported. Efficient in lists.",
    { precision: usually(() => BoundaryPrecisionEnum, "MAP", "Precision of the boundary.") },
    (area: Area, { precision }, context) => findBoundary(area, precision, context),
  ),
});

fields<AreaOverlap>(() => AreaOverlapType, { area: toArea.one("areaCode", "The other area.") });
