import type { BoundingBox } from "./bounding-box";
import { boxOf } from "./polygon";
import { type Position, type Ring, ringContains } from "./ring";

/**
 * Numbers of the lines between which and their simpler form another line begins: an island would change its side without
 * any crossing. The first position of every line stays in its simpler form.
 */
export function sweepingLines(
  lines: readonly (readonly Position[])[],
  simpler: readonly (readonly Position[])[],
): Set<number> {
  const starts = [...new Set(lines.map((line) => line[0]!))];
  const found = new Set<number>();
  for (const [i, line] of lines.entries()) {
    if (simpler[i]!.length === line.length) continue;
    const swept: Ring = [...line, ...[...simpler[i]!].reverse()];
    const box = boxOf([[swept]]);
    const ends = [line[0], line.at(-1)];
    if (starts.some((start) => !ends.includes(start) && isIn(box, start) && contains(swept, start)))
      found.add(i);
  }
  return found;
}

const isIn = ({ west, south, east, north }: BoundingBox, [x, y]: Position): boolean =>
  x >= west && x <= east && y >= south && y <= north;

const contains = (ring: Ring, [longitude, latitude]: Position): boolean =>
  ringContains(ring, { longitude, latitude });
