import * as z from "zod";
import type { MultiPolygon } from "../geo/polygon";
import { multiPolygonProblem } from "../geo/shape-problem";
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

/** WGS 84. Stored separately from the area: it is large, and only point lookups need it. */
export interface AreaBoundary extends RecordOf<typeof areaBoundaryRecord> {}

export const createAreaBoundary = areaBoundaryRecord.create;
