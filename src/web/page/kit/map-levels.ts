import settings from "../../../../data/page/settings.json";
import type { AreaLevel } from "../api/operations/city";

/** Levels of maps, the finest first: the hub computes the others from it where no source publishes them. */
export const mapLevels = settings.city.levels as readonly AreaLevel[];
export const finestLevel = mapLevels[0]!;
