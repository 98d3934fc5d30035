import { ArgsType, Field, Float, InputType, Int } from "type-graphql";
import type { CompositeMethod } from "../../domain/indicators/composite/composite-method";
import type { MissingPolicy } from "../../domain/indicators/composite/composite-recipe";
import type { Direction } from "../../domain/indicators/composite/imbalance-penalty";
import { limits } from "../../domain/kit/limits";
import type { AreaLevel } from "../../domain/places/area";
import type {
  CompositeRequest,
  RequestedPart,
  RequestedReference,
} from "../../queries/indicators/composite-request";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";
import { CompositeMethodEnum, DirectionEnum, MissingPolicyEnum } from "./composite-index.enum";

const { compositeParts, compositePeriods, compositeAreas, compositeWeight, rankedResidents } = limits;

@InputType("CompositePartInput", { description: "One number of a composite index." })
export class CompositePartInput implements RequestedPart {
  @Field(() => String, { description: "Code of the indicator, for example share_65plus." })
  indicator!: string;

  @Field(() => Float, {
    defaultValue: 1,
    description: `Its weight, ${compositeWeight.smallest} to ${compositeWeight.largest}; only the proportions count.`,
  })
  weight!: number;

  @Field(() => DirectionEnum, {
    nullable: true,
    description:
      "Whether more of it is good or bad; as the indicator says when absent, unless that is NEUTRAL.",
  })
  polarity!: Direction | null | undefined;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description:
      "Where it speaks of a part of the year only, which one, for example 2024-07; in the year of every period. The periods themselves when absent.",
  })
  period!: string | null | undefined;

  @Field(() => Float, {
    nullable: true,
    description:
      "Lower goalpost, to freeze it as an earlier answer gave it; together with high. From the areas when absent.",
  })
  low!: number | null | undefined;

  @Field(() => Float, { nullable: true, description: "Upper goalpost; together with low." })
  high!: number | null | undefined;
}

@InputType("CompositeReferenceInput", { description: "What counts as 100." })
export class CompositeReferenceInput implements RequestedReference {
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "The base period; the earliest of the periods when absent.",
  })
  period!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Code of the area that is compared with; the city of the areas when absent.",
  })
  area!: string | null | undefined;
}

@ArgsType()
export class CompositeIndexArgs implements CompositeRequest {
  @Field(() => [CompositePartInput], {
    description: `What it is made of: ${compositeParts.smallest} to ${compositeParts.largest} numbers, each once.`,
  })
  indicators!: CompositePartInput[];

  @Field(() => [PartialDateScalar], {
    description: `From ${compositePeriods.smallest} to ${compositePeriods.largest} periods, for example 2011 and 2024.`,
  })
  periods!: string[];

  @Field(() => String, {
    nullable: true,
    description:
      "What you will call it. Refused where it claims fragility without income or housing among the parts.",
  })
  name!: string | null | undefined;

  @Field(() => [String], {
    nullable: true,
    description: `Codes of up to ${compositeAreas.largest} areas of the level to be answered; all when absent. Scales and ranks are always those of all areas.`,
  })
  areas!: string[] | null | undefined;

  @Field(() => AreaLevelEnum, { defaultValue: "NEIGHBOURHOOD", description: "Which size of area." })
  level!: AreaLevel;

  @Field(() => String, {
    nullable: true,
    description: "Code of a city: only its areas. All that the hub knows when absent.",
  })
  city!: string | null | undefined;

  @Field(() => CompositeMethodEnum, { defaultValue: "AMPI", description: "How it is put together." })
  method!: CompositeMethod;

  @Field(() => DirectionEnum, {
    defaultValue: "HIGHER_IS_WORSE",
    description: "Whether a high index is good or bad. Parts of the other polarity are reversed.",
  })
  direction!: Direction;

  @Field(() => CompositeReferenceInput, {
    nullable: true,
    description: "What counts as 100; the city in the earliest period when absent.",
  })
  reference!: CompositeReferenceInput | null | undefined;

  @Field(() => MissingPolicyEnum, {
    defaultValue: "OMIT_AREA",
    description: "What becomes of an area that lacks a part.",
  })
  missing!: MissingPolicy;

  @Field(() => Int, {
    defaultValue: rankedResidents.usual,
    description:
      "Areas with fewer residents in a period set no goalposts and have no rank; 0 leaves none out.",
  })
  minimumResidents!: number;

  @Field(() => String, {
    defaultValue: "residents",
    description: "Code of the indicator that counts residents, by year.",
  })
  residentsIndicator!: string;
}
