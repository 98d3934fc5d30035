import { type BothLanguages, inBothLanguages } from "../kit/messages/both-languages";
import { shapes as en } from "../kit/messages/en/shapes";
import { shapes as it } from "../kit/messages/it/shapes";
import { boxOf, type MultiPolygon } from "./polygon";
import { type Ring, ringContains, ringProblem } from "./ring";
import { crossingOf } from "./ring-crossings";

/** Surface of the box, in square degrees: about 17,000 km² in the north of Italy, more than any metropolitan city. */
const mostSquareDegrees = 2;
/** Boundaries are cut into cells: the work grows with the positions and with the surface. */
const mostPositions = 50_000;
const mostPositionsTimesSurface = 20_000;

/**
 * A sentence about the first fault of a shape; `null` if it is sound. It takes less than a second, whatever is drawn.
 */
export const multiPolygonProblem = (m: MultiPolygon): BothLanguages | null =>
  formProblem(m) ?? sizeProblem(m) ?? crossingProblem(m) ?? holeProblem(m);

/** A fault in the form of the coordinates alone, which the functions of `polygon.ts` do not expect. */
export function formProblem(m: MultiPolygon): BothLanguages | null {
  if (m.length === 0) return inBothLanguages(en.noPolygon, it.noPolygon);
  for (const [i, polygon] of m.entries()) {
    const at = `coordinates[${i}]`;
    if (polygon.length === 0) return inBothLanguages(en.noRing, it.noRing, { at });
    for (const [j, ring] of polygon.entries()) {
      const problem = ringProblem(ring, `${at}[${j}]`);
      if (problem) return problem;
    }
  }
  return null;
}

function sizeProblem(m: MultiPolygon): BothLanguages | null {
  const { west, south, east, north } = boxOf(m);
  const [width, height] = [east - west, north - south];
  if (width > 180) return inBothLanguages(en.antimeridian, it.antimeridian, { west, east });
  const surface = width * height;
  if (surface > mostSquareDegrees)
    return inBothLanguages(en.tooLarge, it.tooLarge, { width, height, most: mostSquareDegrees });
  const count = m.flat().reduce((sum, ring) => sum + ring.length, 0);
  const most = Math.min(mostPositions, Math.floor(mostPositionsTimesSurface / surface));
  return count > most ? inBothLanguages(en.tooDetailed, it.tooDetailed, { count, most }) : null;
}

function crossingProblem(m: MultiPolygon): BothLanguages | null {
  const found = crossingOf(m.flat());
  if (found === null) return null;
  if (found === "TOO_DETAILED") return inBothLanguages(en.tooManyEdges, it.tooManyEdges);
  return inBothLanguages(en.crossing, it.crossing, { position: found.slice(0, 2).join(", ") });
}

function holeProblem(m: MultiPolygon): BothLanguages | null {
  for (const [i, [outer = [], ...holes]] of m.entries())
    for (const [j, hole] of holes.entries())
      if (!isInside(hole, outer)) {
        const at = `coordinates[${i}][${j + 1}]`;
        return inBothLanguages(en.holeOutside, it.holeOutside, { at });
      }
  return null;
}

/** Rings that do not cross: one point inside is enough. Corners alone may all lie on the border. */
const isInside = (hole: Ring, outer: Ring): boolean =>
  hole.some(([x, y], i) => {
    const [nextX, nextY] = hole[(i + 1) % hole.length]!;
    return (
      ringContains(outer, { longitude: x, latitude: y }) ||
      ringContains(outer, { longitude: (x + nextX) / 2, latitude: (y + nextY) / 2 })
    );
  });
