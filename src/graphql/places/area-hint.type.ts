import type { HintOfArea } from "../../queries/places/hints-of-area";
import { LocalizedTextType } from "../kit/localized-text.type";
import { sourced } from "../kit/node.type";
import { nonNull, nullable } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";

export const AreaHintType = sourced<HintOfArea, "areaCode" | "code" | "sourceCodes">(
  "AreaHint",
  "An area of another level that a source relates to an area without measuring an overlap. It says where to look. Its values are not those of the area, and nothing is computed from it.",
  {
    note: nonNull(() => LocalizedTextType, "Basis of the hint, and its caveat."),
    firstPeriod: nullable(
      () => PartialDateScalar,
      "First period in which the source relates the areas, for example 2019-S1; null if it names none.",
    ),
    lastPeriod: nullable(
      () => PartialDateScalar,
      "Last period in which the source relates the areas; null if it names none.",
    ),
  },
);
