import type { CsvRow } from "../formats/csv";
import { problem } from "../kit/cells";
import { liesElsewhere, type Placed, placeOf, shownPoint } from "../kit/position";
import type { MappingContext } from "../kit/source";
import { locationDisagrees } from "./location-column";

export const positionColumns = {
  longitude: "LONG_X_4326",
  latitude: "LAT_Y_4326",
  /** The same point again as "(lat, lon)", in the other order than the columns. */
  location: "Location",
} as const;

/** The point of the columns, compared with `Location` and with the Municipio that the row declares. */
export function placeOfHouse(
  cells: CsvRow["cells"],
  declared: string | null,
  context: MappingContext,
): Placed {
  const placed = placeOf(cells, positionColumns, context);
  const problems = [...locationDisagrees(cells, positionColumns), ...placed.problems];
  if (placed.position !== null && liesElsewhere(placed, declared, context)) {
    const message = `The point ${shownPoint(placed.position)} lies in ${placed.areaCodes.join(", ")}, the row says ${declared}. Correct the point or the Municipio.`;
    problems.push(problem("WARNING", "AREA_MISMATCH", "Municipio", declared, message));
  }
  return { ...placed, problems };
}
