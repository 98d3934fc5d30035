import { Float, Int } from "type-graphql";
import type { Direction } from "../../domain/indicators/composite/imbalance-penalty";
import { limits } from "../../domain/kit/limits";
import type { RequestedPart, RequestedReference } from "../../queries/indicators/composite-request";
import { optional, required, usually } from "../kit/argument";
import { Default, Input, NonNull, Nullable } from "../kit/decorators";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { CompositeMethodEnum, DirectionEnum, MissingPolicyEnum } from "./composite-index.enum";

const { compositeParts, compositePeriods, compositeAreas, compositeWeight, rankedResidents } = limits;

@Input("CompositePartInput", "One number of a composite index.")
class CompositePartInput implements RequestedPart {
  @NonNull(() => String, "Code of the indicator, for example share_65plus.")
  indicator!: string;

  @Default(
    () => Float,
    1,
    `Its weight, ${compositeWeight.smallest} to ${compositeWeight.largest}; only the proportions count.`,
  )
  weight!: number;

  @Nullable(
    () => DirectionEnum,
    "Whether more of it is good or bad; as the indicator says when absent, unless that is NEUTRAL.",
  )
  polarity!: Direction | null | undefined;

  @Nullable(
    () => PartialDateScalar,
    "Where it speaks of a part of the year only, which one, for example 2024-07; in the year of every period. The periods themselves when absent.",
  )
  period!: string | null | undefined;

  @Nullable(
    () => Float,
    "Lower goalpost, to freeze it as an earlier answer gave it; together with high. From the areas when absent.",
  )
  low!: number | null | undefined;

  @Nullable(() => Float, "Upper goalpost; together with low.")
  high!: number | null | undefined;
}

@Input("CompositeReferenceInput", "What counts as 100.")
class CompositeReferenceInput implements RequestedReference {
  @Nullable(() => PartialDateScalar, "The base period; the earliest of the periods when absent.")
  period!: string | null | undefined;

  @Nullable(() => String, "Code of the area that is compared with; the city of the areas when absent.")
  area!: string | null | undefined;
}

export const compositeIndexArguments = {
  indicators: required(
    () => [CompositePartInput],
    `What it is made of: ${compositeParts.smallest} to ${compositeParts.largest} numbers, each once.`,
  ),
  periods: required(
    () => [PartialDateScalar],
    `From ${compositePeriods.smallest} to ${compositePeriods.largest} periods, for example 2011 and 2024.`,
  ),
  name: optional(
    () => String,
    "What you will call it. Refused where it claims fragility without income or housing among the parts.",
  ),
  areas: optional(
    () => [String],
    `Codes of up to ${compositeAreas.largest} areas of the level to be answered; all when absent. Scales and ranks are always those of all areas.`,
  ),
  level: usually(() => AreaLevelEnum, "NEIGHBOURHOOD", "Which size of area."),
  city: optional(() => String, "Code of a city: only its areas. All that the hub knows when absent."),
  method: usually(() => CompositeMethodEnum, "AMPI", "How it is put together."),
  direction: usually(
    () => DirectionEnum,
    "HIGHER_IS_WORSE",
    "Whether a high index is good or bad. Parts of the other polarity are reversed.",
  ),
  reference: optional(
    () => CompositeReferenceInput,
    "What counts as 100; the city in the earliest period when absent.",
  ),
  missing: usually(() => MissingPolicyEnum, "OMIT_AREA", "What becomes of an area that lacks a part."),
  minimumResidents: usually(
    () => Int,
    rankedResidents.usual,
    "Areas with fewer residents in a period set no goalposts and have no rank; 0 leaves none out.",
  ),
  residentsIndicator: usually(
    () => String,
    "residents",
    "Code of the indicator that counts residents, by year.",
  ),
};
