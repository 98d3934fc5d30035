import { citiesScope } from "../../domain/indicators/series-document";
import type { AreaLevel } from "../../domain/places/area";
import type { Records } from "./records";

/** The scope in which the figures of a level are published; `null` for several cities. */
export const scopeOf = (
  level: AreaLevel,
  city: string | null | undefined,
  { onlyCity }: Pick<Records, "onlyCity">,
): string | null => (level === "CITY" ? citiesScope : (city ?? onlyCity()));
