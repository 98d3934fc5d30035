import type { AreaBoundary } from "./area-boundary";
import { evenSpread, type GridPoints } from "./even-spread";

/**
 * EVEN_SPREAD: people are spread evenly over the whole surface, parks and railways included, because no source of the hub
 * is more precise.
 */
const placingMethods = ["EVEN_SPREAD"] as const;
export type PlacingMethod = (typeof placingMethods)[number];

/**
 * Points for the people of an area; each represents the same number. Derived from the boundary and stored separately,
 * because questions about access read the points and not the boundary.
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
