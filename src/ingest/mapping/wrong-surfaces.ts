import { finding, type LineProblem, problem } from "../kit/problem";
import type { ObservationMapping } from "./observation.schema";
import { readNumber } from "./read-number";
import { columnOf, type RowReader } from "./read-value";

/** The surface in a row, beside that of the boundary; `undefined` without a boundary. */
export interface Surface {
  readonly areaCode: string;
  readonly writtenKm2: number;
  readonly drawnKm2: number;
  readonly column: string;
}

/** The surface of a row, for a comparison; `null`, with a problem, if it is not a number. It is not stored. */
export function surfaceOf(
  { checks }: ObservationMapping,
  areaCode: string,
  surfacesKm2: ReadonlyMap<string, number> | undefined,
  reader: RowReader,
): Surface | null {
  const spec = checks?.surface;
  if (spec === undefined) return null;
  const column = columnOf(spec, reader.cells)!;
  const read = readNumber(spec, { ...reader, problems: [] });
  if (read.kind !== "value") {
    const found = finding("NOT_A_NUMBER", "surface");
    const said = { ...found, rule: spec.rule ?? found.rule };
    reader.problems.push(problem("WARNING", said, column, reader.cells[column]));
    return null;
  }
  const drawnKm2 = surfacesKm2?.get(areaCode);
  return drawnKm2 === undefined ? null : { areaCode, writtenKm2: read.value, drawnKm2, column };
}

/** Surfaces on a sphere and on the ellipsoid differ by some thousandths. */
const tolerance = 0.02;

const fits = ({ drawnKm2 }: Surface, writtenKm2: number): boolean =>
  Math.abs(writtenKm2 / drawnKm2 - 1) <= tolerance;

/**
 * Surfaces that differ from those of their boundaries, each with the area whose surface it is: in published files they
 * may be exchanged. Nothing is moved.
 */
export function wrongSurfaces(
  rows: readonly { readonly line: number; readonly surface: Surface }[],
): LineProblem[] {
  const wrong = rows.filter(({ surface }) => !fits(surface, surface.writtenKm2));
  return wrong.map(({ line, surface: { areaCode, writtenKm2, drawnKm2, column } }) => {
    const others = wrong.filter(({ surface }) => surface.areaCode !== areaCode && fits(surface, writtenKm2));
    const fitsAreas = others.map(({ surface }) => surface.areaCode);
    const found = finding("SURFACE_DIFFERS", "otherThanDrawn", { areaCode, drawnKm2, fitsAreas });
    const about = { type: "Area", code: areaCode };
    return { line, about, ...problem("WARNING", found, column, writtenKm2) };
  });
}
