import { Field, Float, Int, ObjectType } from "type-graphql";
import type { Coverage, Observation, ObservationStatus } from "../../domain/indicators/observation";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";

export const ObservationStatusEnum = enumType<ObservationStatus>(
  "ObservationStatus",
  "State of a number (SDMX).",
  {
    BREAK: "The series changes its base here: do not draw one line through it.",
    CONFIDENTIAL: "Withheld, because it would tell about single persons.",
    ESTIMATED: "Estimated.",
    MISSING: "Not available: the note says why.",
    NORMAL: "As published or computed from published numbers.",
    PROVISIONAL: "May still change, or not all parts were there.",
  },
);

@ObjectType("Coverage", { description: "How complete a total is.", simpleResolvers: true })
export class CoverageType implements Coverage {
  @Field(() => Int, { description: "Parts that belong to the total." })
  expected!: number;

  @Field(() => Int, { description: "Parts that were there to be summed." })
  present!: number;
}

@ObjectType("Observation", {
  description: "One number: an indicator, an area, a period, with its parts, state and source.",
  implements: NodeType,
  simpleResolvers: true,
})
export class ObservationType
  extends NodeType
  implements Omit<Observation, "indicatorCode" | "areaCode" | "areaLevel" | "sourceCodes">
{
  @Field(() => PartialDateScalar, { description: "The time it speaks of, for example 2024." })
  period!: string;

  @Field(() => Float, {
    nullable: true,
    description: "The value at full precision; null when missing or withheld, never 0 for unknown.",
  })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: "What was divided; null for a count." })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: "What it was divided by; null for a count." })
  denominator!: number | null;

  @Field(() => ObservationStatusEnum, { description: "State of the number." })
  status!: ObservationStatus;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "Why there is no value, or what to know about it.",
  })
  note!: LocalizedTextType | null;

  @Field(() => CoverageType, {
    nullable: true,
    description: "How complete a total is; null for a value published as it is.",
  })
  coverage!: CoverageType | null;
}

export const ObservationConnectionType = connectionType("Observation", () => ObservationType, "observations");
