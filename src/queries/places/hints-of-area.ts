import type { Area, AreaLevel } from "../../domain/places/area";
import { hintSeenFrom } from "../../domain/places/area-hint";
import type { QueryContext } from "../kit/query-context";

/** A hint as seen from one of its areas. */
export type HintOfArea = ReturnType<typeof hintSeenFrom>;

/**
 * The areas that a source relates to an area as a hint, by level and then by code.
 */
export function hintsOfArea(
  { code }: Area,
  { level }: { readonly level?: AreaLevel | null | undefined },
  { records, repositories }: QueryContext,
): readonly HintOfArea[] {
  const hints = repositories.areaHints.ofArea(code).map((hint) => hintSeenFrom(code, hint));
  const areas = records.area.all(hints.map(({ areaCode }) => areaCode));
  const levels = new Map(areas.map((area) => [area.code, area.level]));
  return hints.filter(({ areaCode }) => levels.has(areaCode) && (!level || levels.get(areaCode) === level));
}
