import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType, Field, ObjectType } from "type-graphql";
import type { Observation } from "../../domain/indicators/observation";
import type { ObservationRequest, ObservationVintage } from "../../queries/indicators/find-vintages";
import { connectionType } from "../kit/connection.type";
import { PartialDateScalar } from "../kit/scalars";
import { ObservationType } from "./observation.type";

@ArgsType()
export class ObservationArgs implements ObservationRequest {
  @Field(() => String, { description: "Code of the area, for example nil:42." })
  area!: string;

  @Field(() => String, { description: "Code of the indicator, for example share_65plus." })
  indicator!: string;

  @Field(() => PartialDateScalar, { description: "For example 2024." })
  period!: string;
}

@ObjectType("ObservationVintage", {
  description: "A number as it stood for a time: sources publish revised figures for the same period.",
  simpleResolvers: true,
})
class ObservationVintageType implements ObservationVintage {
  @Field(() => ObservationType, { description: "The number as it stood." })
  observation!: Observation;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When the dataset was published that first gave it; null where that is not known.",
  })
  publishedOn!: string | null;

  @Field(() => GraphQLDateTime, { description: "From when on the hub gave it." })
  recordedAt!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Until when; null for the number of now." })
  supersededAt!: string | null;
}

export const ObservationVintageConnectionType = connectionType(
  "ObservationVintage",
  () => ObservationVintageType,
  "vintages",
);
