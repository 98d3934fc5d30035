import type { BoundingBox } from "../../domain/geo/bounding-box";
import { numberIn } from "../mapping/number-in";
import { foldWord } from "../mapping/value.schema";
import type { ColumnType } from "./column-type";
import { minFittingShare } from "./sample-limits";

/** What a column is beside its type: such a column is no indicator. */
export type ColumnRole = "area" | "grid" | "street number" | "latitude" | "longitude" | "postcode";

/** Smaller numbers are no metres of a grid. */
const leastMetres = 10_000;

/** By the name, and by whether the cells can be it; a bare x or y must lie near the city of the hub. */
export function roleOf(
  name: string,
  type: ColumnType,
  filled: readonly string[],
  box: BoundingBox | null,
): ColumnRole | null {
  const fits = (test: (text: string) => boolean): boolean =>
    filled.length > 0 && filled.filter(test).length >= minFittingShare * filled.length;
  if (
    /(?:^|[^a-z])cap(?:$|[^a-z])|c\.a\.p|postal|post.?code|zip/i.test(name) &&
    fits((text) => /^\d{5}$/.test(text))
  )
    return "postcode";
  if (/civic[oi]|house.?n/i.test(name) && fits((text) => /^\d{1,4}\s*[/-]?\s*\p{L}{0,3}$/u.test(text)))
    return "street number";
  if (type.kind !== "decimal" && type.kind !== "integer") return null;
  const numbers = numbersOf(type, filled);
  const words = foldWord(name).split(/[^a-z]+/);
  const named = (...hints: string[]): boolean => words.some((word) => hints.includes(word));
  const within = (low: number, high: number): boolean =>
    numbers.filter((number) => number >= low && number <= high).length >= 0.9 * numbers.length;
  const near = box && { west: box.west - 1, east: box.east + 1, south: box.south - 1, north: box.north + 1 };
  const grid = numbers.every((number) => Math.abs(number) >= leastMetres) ? "grid" : null;
  if (named("lat", "latitude", "latitudine")) return within(-90, 90) ? "latitude" : grid;
  if (named("lon", "lng", "long", "longitude", "longitudine")) return within(-180, 180) ? "longitude" : grid;
  if (named("y")) return within(near?.south ?? -90, near?.north ?? 90) ? "latitude" : grid;
  if (named("x")) return within(near?.west ?? -180, near?.east ?? 180) ? "longitude" : grid;
  const isGrid = named("est", "nord", "easting", "northing", "utm", "gauss") || /coord|gauss/i.test(name);
  return isGrid ? grid : null;
}

function numbersOf(type: ColumnType, filled: readonly string[]): number[] {
  const marks =
    type.kind === "decimal"
      ? { decimalChar: type.decimalChar, ...(type.groupChar !== null && { groupChar: type.groupChar }) }
      : { decimalChar: "." as const };
  return filled.map((text) => numberIn(text, marks) ?? Number.NaN).filter((number) => !Number.isNaN(number));
}

/** Metres of the Italian grids: easting and northing. */
const isPair = (x: number, y: number): boolean => x >= 2e5 && x <= 3e6 && y >= 3.9e6 && y <= 5.3e6;

interface Numbers {
  readonly name: string;
  readonly role: ColumnRole | null;
  readonly type: ColumnType;
}

/** The names of neighbours that are easting and northing in every row, whatever they are called. */
export function gridColumns(
  columns: readonly Numbers[],
  cellsOf: (name: string) => readonly string[],
): ReadonlySet<string> {
  const isFree = ({ role, type }: Numbers): boolean =>
    role === null && (type.kind === "decimal" || type.kind === "integer");
  const grids = new Set<string>();
  for (const [i, next] of columns.entries()) {
    const before = columns[i - 1];
    if (before === undefined || !isFree(before) || !isFree(next)) continue;
    const [a = [], b = []] = [before, next].map(({ name, type }) => numbersOf(type, cellsOf(name)));
    const all = (test: (x: number, y: number) => boolean): boolean =>
      a.length > 2 && a.length === b.length && a.every((each, k) => test(each, b[k]!));
    if (all(isPair) || all((y, x) => isPair(x, y))) grids.add(before.name).add(next.name);
  }
  return grids;
}
