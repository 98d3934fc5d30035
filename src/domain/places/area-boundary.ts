import * as z from "zod";
import { type MultiPolygon, multiPolygonProblem } from "../geo/polygon";
import { choice, code } from "../kit/field";
import { defineRecord, type RecordOf } from "../kit/record";
import { areaLevels } from "./area";

const areaBoundaryRecord = defineRecord(
  "AreaBoundary",
  { areaCode: code("areas"), level: choice(areaLevels), polygons: z.custom<MultiPolygon>() },
  ({ polygons }, check) => {
    const problem = multiPolygonProblem(polygons);
    check(problem === null, "polygons", (text) => text.boundary({ problem: problem! }));
  },
  ({ areaCode }) => areaCode,
);

/** The drawn border of an area, WGS 84. Kept apart from the area: it is large, and only point lookups need it. */
export interface AreaBoundary extends RecordOf<typeof areaBoundaryRecord> {}

export const createAreaBoundary = areaBoundaryRecord.create;
