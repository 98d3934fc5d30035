import { Field, InputType } from "type-graphql";
import type { AreaLevel } from "../../domain/places/area";
import type { ObservationFilter } from "../../queries/indicators/find-observations";
import { PartialDateScalar } from "../kit/scalars";
import { AreaLevelEnum } from "../places/area.type";

@InputType("ObservationFilter", {
  description: "Which numbers: at least an area or an indicator. All conditions must hold.",
})
export class ObservationFilterInput implements ObservationFilter {
  @Field(() => String, { nullable: true, description: "Code of an area, for example nil:42." })
  area!: string | null | undefined;

  @Field(() => String, { nullable: true, description: "Code of an indicator, for example share_65plus." })
  indicator!: string | null | undefined;

  @Field(() => PartialDateScalar, { nullable: true, description: "Exactly this period, for example 2024." })
  period!: string | null | undefined;

  @Field(() => AreaLevelEnum, {
    nullable: true,
    description: "Only areas of this level; together with indicator and period.",
  })
  level!: AreaLevel | null | undefined;
}
