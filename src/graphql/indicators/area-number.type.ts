import { Field, Float, ObjectType } from "type-graphql";
import type { Coverage, ObservationStatus } from "../../domain/indicators/observation";
import type { AreaPart } from "../../domain/places/area-parts";
import type { AreaNumber } from "../../queries/indicators/read-area-numbers";
import { LocalizedTextType } from "../kit/localized-text.type";
import { CoverageType, ObservationStatusEnum } from "./observation.type";

@ObjectType("AreaPart", { description: "A small area within a large one.", simpleResolvers: true })
export class AreaPartType implements AreaPart {
  @Field(() => String, { description: "Code of the small area." })
  areaCode!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of its surface that lies in the large one, 0 to 1; null where its shares are not known, so that it is left out.",
  })
  share!: number | null;
}

@ObjectType("AreaNumber", {
  description: "A number of an area: as published, or put together from the areas within it.",
  simpleResolvers: true,
})
export class AreaNumberType implements Omit<AreaNumber, "areaCode" | "sourceCodes"> {
  @Field(() => Float, { nullable: true, description: "The value; null when missing, never 0 for unknown." })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: "What was divided; null for a count." })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: "What it was divided by; null for a count." })
  denominator!: number | null;

  @Field(() => ObservationStatusEnum, { description: "State of the number." })
  status!: ObservationStatus;

  @Field(() => LocalizedTextType, { nullable: true, description: "Why there is none, or what to know." })
  note!: LocalizedTextType | null;

  @Field(() => CoverageType, {
    nullable: true,
    description: "Parts that belong to it, and those that had a value; null for a value published as it is.",
  })
  coverage!: Coverage | null;

  @Field(() => Boolean, { description: "True as published, false where the hub put it together." })
  isPublished!: boolean;

  @Field(() => [AreaPartType], { description: "What it was put together from; none where it is published." })
  parts!: readonly AreaPart[];
}
