import { Float, Int } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { codeOf, codesOf, later, optional, required, usually } from "../kit/argument";
import { input } from "../kit/input";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { CompositeMethodEnum, DirectionEnum, MissingPolicyEnum } from "./composite-index.enum";
import { cityOfAreas, minimumDenominator, residentsIndicator } from "./panel-arguments";

const { compositeParts, compositePeriods, compositeAreas, compositeWeight, rankedResidents } = limits;

const CompositePartInput = input("CompositePartInput", "Component of a composite index.", {
  indicator: required(codeOf("indicator", later), "Code of the indicator, for example share_65plus."),
  weight: usually(
    () => Float,
    1,
    `Weight, ${compositeWeight.smallest} to ${compositeWeight.largest}; only proportions matter.`,
  ),
  polarity: optional(
    () => DirectionEnum,
    "Meaning of a high value. The polarity of the indicator when absent; required if that is NEUTRAL.",
  ),
  period: optional(
    () => PartialDateScalar,
    "Part of the year that the component covers, for example 2024-07. It must lie in the year of every period. The periods of the index when absent.",
  ),
  low: optional(
    () => Float,
    "Lower goalpost, for example from an earlier answer; requires high. Computed from the areas when absent.",
  ),
  high: optional(() => Float, "Upper goalpost; requires low."),
});

const CompositeReferenceInput = input("CompositeReferenceInput", "Area and period that correspond to 100.", {
  period: optional(() => PartialDateScalar, "Reference period; the earliest period when absent."),
  area: optional(codeOf("area", later), "Code of the reference area; the city of the areas when absent."),
});

export const CompositeIndexInput = input("CompositeIndexInput", "Recipe of a composite index.", {
  indicators: required(
    () => [CompositePartInput],
    `Components of the index: ${compositeParts.smallest} to ${compositeParts.largest} indicators, each once.`,
  ),
  periods: required(
    () => [PartialDateScalar],
    `Periods of the index: ${compositePeriods.smallest} to ${compositePeriods.largest}, for example 2011 and 2024.`,
  ),
  name: optional(
    () => String,
    "Name of the index. A name that claims fragility, in any word for it, is rejected without income and housing among the components.",
  ),
  areas: optional(
    codesOf("area"),
    `Codes of up to ${compositeAreas.largest} areas to return; all areas of the level when absent. Scales and ranks always use all areas.`,
  ),
  level: usually(() => AreaLevelEnum, "NEIGHBOURHOOD", "Level of the areas."),
  city: cityOfAreas,
  method: usually(() => CompositeMethodEnum, "AMPI", "Method of combination."),
  direction: usually(
    () => DirectionEnum,
    "HIGHER_IS_WORSE",
    "Meaning of a high index. Components with the other polarity are reversed.",
  ),
  reference: optional(
    () => CompositeReferenceInput,
    "Area and period that correspond to 100; the city in the earliest period when absent.",
  ),
  missing: usually(() => MissingPolicyEnum, "OMIT_AREA", "Treatment of areas with missing components."),
  minimumResidents: usually(
    () => Int,
    rankedResidents.usual,
    "Minimum number of residents in a period for goalposts and ranks; 0 includes all areas.",
  ),
  minimumDenominator,
  residentsIndicator,
});
