import type { Placed } from "../kit/position";
import type { MappingContext } from "../kit/source";
import { milano } from "./milano";

/** The city, then what the point says; the declared Municipio only where no boundary of Municipi can tell. */
export function areasOf(
  { areaCodes }: Placed,
  declared: string | null,
  { levelsWithBoundary }: MappingContext,
): string[] {
  const told = areaCodes.length > 0 && levelsWithBoundary.has("DISTRICT");
  return [...new Set([milano.cityCode, ...(told || declared === null ? [] : [declared]), ...areaCodes])];
}
