import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import { HubError } from "../../domain/kit/errors";
import { type Bounds, isWithin } from "../../domain/kit/limits";
import type { Area, AreaLevel } from "../../domain/places/area";

/** @throws HubError BAD_USER_INPUT naming the argument, its value and its bounds. */
export function checkBounds(argument: string, value: number, bounds: Bounds): void {
  if (isWithin(bounds, value)) return;
  throw new HubError("BAD_USER_INPUT", "outOfBounds", { argument, value, ...bounds }, { where: argument });
}

/** @throws HubError BAD_USER_INPUT for a list with too few or too many entries. */
export function checkCount(argument: string, list: readonly unknown[], bounds: Bounds): void {
  const count = list.length;
  if (isWithin(bounds, count)) return;
  throw new HubError("BAD_USER_INPUT", "wrongCount", { argument, count, ...bounds }, { where: argument });
}

/** @throws HubError BAD_USER_INPUT for coordinates out of their range. */
export function checkGeoPoint(argument: string, point: GeoPoint): void {
  if (isGeoPoint(point)) return;
  throw new HubError("BAD_USER_INPUT", "point", { argument, ...point }, { where: argument });
}

/** @throws HubError BAD_USER_INPUT if the date is a month or a year. */
export function checkWholeDay(argument: string, date: string): void {
  if (date.length === 10) return;
  throw new HubError("BAD_USER_INPUT", "wholeDay", { argument, date }, { where: argument });
}

/** @throws HubError BAD_USER_INPUT if the date is a month or a year. */
export function dayOrToday(on: string | null | undefined, request: { readonly receivedAt: string }): string {
  const day = on ?? request.receivedAt.slice(0, 10);
  checkWholeDay("on", day);
  return day;
}

/** @throws HubError BAD_USER_INPUT for an area that is not among those of the level. */
export function checkAreas(
  wanted: readonly string[] | null | undefined,
  level: AreaLevel,
  areas: readonly Area[],
): void {
  const known = new Set(areas.map(({ code }) => code));
  const other = wanted?.find((code) => !known.has(code));
  if (other === undefined) return;
  throw new HubError("BAD_USER_INPUT", "notOfLevel", { code: other, level }, { where: "areas" });
}
