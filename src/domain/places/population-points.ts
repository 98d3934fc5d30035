import type { AreaBoundary } from "./area-boundary";
import { evenSpread, type GridPoints } from "./even-spread";

/**
 * How people are placed inside an area. EVEN_SPREAD: alike over its whole surface, parks and railways included, because
 * no source that the hub reads places them more finely.
 */
const placingMethods = ["EVEN_SPREAD"] as const;
export type PlacingMethod = (typeof placingMethods)[number];

/**
 * Points that stand for the people of an area, each for as many as any other. Derived from the boundary, and kept
 * apart from it, because every question about access reads them and none reads the boundary.
 */
export interface PopulationPoints extends GridPoints {
  readonly areaCode: string;
  readonly method: PlacingMethod;
}

export const populationPointsOf = ({ areaCode, polygons }: AreaBoundary): PopulationPoints => ({
  areaCode,
  method: "EVEN_SPREAD",
  ...evenSpread(polygons),
});
