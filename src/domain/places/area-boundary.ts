import { type MultiPolygon, multiPolygonProblem } from "../geo/polygon";
import { checkCode, checking } from "../kit/check";
import type { AreaLevel } from "./area";

/** The drawn border of an area, WGS 84. Kept apart from the area: it is large, and only point lookups need it. */
export interface AreaBoundary {
  readonly areaCode: string;
  readonly level: AreaLevel;
  readonly polygons: MultiPolygon;
}

export function createAreaBoundary(fields: AreaBoundary): AreaBoundary {
  const record = checking("AreaBoundary", fields.areaCode, fields);
  checkCode(record, "areaCode", fields.areaCode);
  const problem = multiPolygonProblem(fields.polygons);
  record.check(
    problem === null,
    "polygons",
    `${fields.polygons.length} polygons`,
    problem?.en.replace(/\.$/, "") ?? "",
  );
  return record.passed();
}
