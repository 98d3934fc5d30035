import { limits } from "../../domain/kit/limits";
import type { Area } from "../../domain/places/area";
import { type HintOfArea, hintsOfArea } from "../../queries/places/hints-of-area";
import { optional } from "../kit/argument";
import { fields, fieldWith } from "../kit/declare";
import { AreaLevelEnum, AreaType, toArea } from "./area.type";
import { AreaHintType } from "./area-hint.type";

fields<Area>(() => AreaType, {
  hints: fieldWith(
    () => [AreaHintType],
    "Areas of other levels that a source relates to this one as a hint, such as the postal codes of a neighbourhood. They have no part in overlaps, ratios, totals and filters.",
    { level: optional(() => AreaLevelEnum, "Only hints to areas of this level.") },
    hintsOfArea,
    limits.recordList,
  ),
});

fields<HintOfArea>(() => AreaHintType, { area: toArea.one("areaCode", "The other area.") });
