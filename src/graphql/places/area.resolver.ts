import type { Area, AreaOverlap } from "../../domain/places/area";
import { toConnection } from "../../queries/kit/connection";
import { areasAtPoint } from "../../queries/places/areas-at-point";
import { required, usually } from "../kit/argument";
import { field, fields, operation, queries } from "../kit/declare";
import { GeoPointInput } from "../kit/geo.type";
import { ListArgs } from "../kit/page.input";
import { sourceRefs } from "../kit/source-ref.type";
import {
  AreaConnectionType,
  AreaLevelEnum,
  AreaOverlapType,
  AreasAtPointType,
  AreaType,
  toArea,
} from "./area.type";

queries({
  areas: operation(
    () => AreaConnectionType,
    "The areas of one level, by number.",
    { level: usually(() => AreaLevelEnum, "NEIGHBOURHOOD", "Which size of area."), page: ListArgs },
    async ({ level, page }, { repositories }) =>
      toConnection(await repositories.areas.ofLevel(level, page), page),
  ),
  area: toArea.byCodeAsOf(
    "Area",
    "One area by its code; null if there is none.",
    "For example nil:42, municipio:5, comune:015146.",
  ),
  areaAt: operation(
    () => AreasAtPointType,
    "In which areas a point lies.",
    { point: required(() => GeoPointInput, "The point.") },
    ({ point }, context) => areasAtPoint(point, context),
  ),
});

fields<Area>(() => AreaType, {
  city: toArea.one("cityCode", "The city it belongs to; null for a city."),
  overlaps: field(
    () => [AreaOverlapType],
    "The areas of other levels that it overlaps, largest share first; null where no source tells.",
    async ({ code }, { loaders }) => (await loaders.areaOverlaps.load(code))?.overlaps ?? null,
  ),
  sourceRefs,
});

fields<AreaOverlap>(() => AreaOverlapType, { area: toArea.one("areaCode", "The other area.") });
