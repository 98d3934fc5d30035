import { type GeoPoint, isGeoPoint, pointText } from "../../domain/geo/point";
import type { Centre } from "../../domain/places/centre";
import { liesElsewhere, type NamedArea, type Placed, placeOf, swapped } from "../../domain/places/place-of";
import { finding, problem, type RowProblem } from "../kit/problem";
import type { ValueSpec } from "./cell.schema";
import type { CentreMapping } from "./centre.schema";
import { isClosed } from "./closed-areas";
import type { MappedRow, RowContext } from "./mapped-row";
import { columnOf, type RowReader, rawCell, textOf, unreadable } from "./read-value";
import { pointDisagrees, rowPosition } from "./row-position";

/** An area in a cell of the row. */
interface Named extends NamedArea {
  readonly column: string | null;
  readonly text: string;
}

/** The areas of a row's centre, by its point and by the areas in its cells. */
export function placeOfRow(
  { position: mapping, areas }: CentreMapping,
  row: MappedRow,
  reader: RowReader,
  context: RowContext,
): Pick<Centre, "areaCodes" | "declaredAreaCode" | "position"> {
  const named = [areas.declared ?? []]
    .flat()
    .flatMap((spec) => namedArea(spec, areas.declaredLevel, reader, context));
  const declared = named[0] ?? null;
  const { point, column } = mapping ? rowPosition(mapping, row, reader) : { point: null, column: null };
  if (mapping && point !== null) reader.problems.push(...pointDisagrees(mapping, point, reader));
  const known = areas.byPoint
    ? context
    : { ...context, areaCodesAt: () => [], levelsWithBoundary: new Set<never>() };
  const placed = placeOf({ position: point, declared, always: areas.always, outside: "UNPLACED" }, known);
  if (placed.doubt === "OUTSIDE" || placed.doubt === "SWAPPED")
    reader.problems.push(outside(point!, column, placed));
  const others = areas.agrees.flatMap(({ area, level }) =>
    namedCode(area, level, { ...reader, problems: [] }),
  );
  const disagreeing = named.filter(({ code }) => code !== declared?.code);
  const doubted = declared !== null && (placed.doubt === "ELSEWHERE" || disagreeing.length > 0);
  if (doubted) reader.problems.push(mismatch(declared, disagreeing, point, placed.areaCodes));
  for (const other of others)
    if (liesElsewhere(other, placed.areaCodes, known))
      reader.problems.push(mismatch(other, [], point, placed.areaCodes));
  return {
    position: placed.position,
    areaCodes: placed.allAreaCodes,
    declaredAreaCode: declared?.code ?? null,
  };
}

/** An area in the row, if the mapping file or the hub knows it. */
function namedArea(
  spec: ValueSpec,
  level: NamedArea["level"],
  reader: RowReader,
  context: RowContext,
): readonly Named[] {
  const named = namedCode(spec, level, reader);
  const unknown = named.find(({ code }) => !isClosed(spec) && context.areaOf(code) === null);
  if (unknown === undefined) return named;
  const { code, column } = unknown;
  unreadable(reader, finding("UNKNOWN_AREA", "noDeclaredArea", { code }), column, code);
  return [];
}

function namedCode(spec: ValueSpec, level: NamedArea["level"], reader: RowReader): readonly Named[] {
  const code = textOf(spec, reader);
  if (code === null) return [];
  const column = columnOf(spec, reader.cells);
  return [{ code, level, column, text: column === null ? code : rawCell(reader, column) }];
}

/**
 * A point outside every boundary may be right: stations of a city's metro are in other towns. One that is swapped, or in
 * a row that states an area of the city, is left out; coordinates are never exchanged silently.
 */
function outside(point: GeoPoint, column: string | null, { doubt, position }: Placed): RowProblem {
  const values = { point: pointText(point), isSwapped: doubt === "SWAPPED" };
  const value = `${point.longitude}; ${point.latitude}`;
  return position === null
    ? problem("ERROR", finding("POINT_OUTSIDE_CITY", "dropped", values), column, value)
    : problem("WARNING", finding("POINT_OUTSIDE_CITY", "unplaced", values), column, value);
}

/** It is unknown which of them is right: all are named. */
function mismatch(
  { code, column, text }: Named,
  others: readonly Named[],
  point: GeoPoint | null,
  areaCodes: readonly string[],
): RowProblem {
  const lies = point === null || areaCodes.length === 0 ? null : { point: pointText(point), areaCodes };
  const says = [...others, { code, column }].map((each) => ({ column: each.column, areaCode: each.code }));
  const found = finding("AREA_MISMATCH", "statementsDiffer", { lies, says });
  return problem("WARNING", found, column, text);
}

/** The points whose areas are needed: the point itself, and the exchanged one, to recognise an exchange. */
export function pointsOfRow(
  { position, areas }: CentreMapping,
  row: MappedRow,
  reader: RowReader,
): GeoPoint[] {
  if (position === undefined || !areas.byPoint) return [];
  const { point } = rowPosition(position, row, reader);
  return point === null ? [] : [point, swapped(point)].filter(isGeoPoint);
}

/** Codes of the areas in a row, and of those that contain every row. */
export const areasNamedByRow = ({ areas }: CentreMapping, reader: RowReader): string[] => [
  ...areas.always,
  ...[areas.declared ?? []].flat().flatMap((spec) => textOf(spec, reader) ?? []),
  ...areas.agrees.flatMap(({ area }) => textOf(area, reader) ?? []),
];
