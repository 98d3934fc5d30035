import * as z from "zod";
import { coordinateDecimals } from "../../domain/geo/coordinate";
import type { Position, Ring } from "../../domain/geo/ring";
import { areaLevels } from "../../domain/places/area";
import { type AreaBoundary, createAreaBoundary } from "../../domain/places/area-boundary";

const line = z.strictObject({
  areaCode: z.string(),
  level: z.enum(areaLevels),
  /**
   * Polygons, each with its outer ring and its holes. A ring is one list of whole numbers: longitude and latitude of its first
   * position in steps of 0.0000001 degrees, then for each further position the steps from the one before.
   */
  polygons: z.array(z.array(z.array(z.int()))),
});

/** A boundary, as a starter file has it: differences are a quarter of the length of coordinates (TopoJSON does so too). */
export type BoundaryLine = z.output<typeof line>;

export const boundarySchema = line;

const scale = 10 ** coordinateDecimals;

export const boundaryLineOf = ({ areaCode, level, polygons }: AreaBoundary): BoundaryLine => ({
  areaCode,
  level,
  polygons: polygons.map((polygon) => polygon.map(stepsOf)),
});

export const boundaryOf = ({ areaCode, level, polygons }: BoundaryLine): AreaBoundary =>
  createAreaBoundary({ areaCode, level, polygons: polygons.map((polygon) => polygon.map(ringOf)) });

function stepsOf(ring: Ring): number[] {
  let before = [0, 0];
  return ring.flatMap((position) => {
    const at = position.map((degrees) => Math.round(degrees * scale));
    const steps = at.map((each, i) => each - before[i]!);
    before = at;
    return steps;
  });
}

function ringOf(steps: readonly number[]): Ring {
  const ring: Position[] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i]!;
    y += steps[i + 1]!;
    ring.push([x / scale, y / scale]);
  }
  return ring;
}
