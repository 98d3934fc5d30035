import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import type { EquipmentFeature } from "../../domain/places/centre";
import type { Weekday } from "../../domain/schedule/calendar-day";
import type { CentreFilter } from "../../queries/places/find-centres";
import { NearInput } from "../kit/place-list.input";
import { EquipmentFeatureEnum } from "./centre.enum";
import { WeekdayEnum } from "./opening.enum";
import { TimeSpanInput } from "./time-span.input";

@InputType("CentreFilter", {
  description: "Which centres. All conditions must hold; none means all centres.",
})
export class CentreFilterInput implements CentreFilter {
  @Field(() => String, {
    nullable: true,
    description: "Code of an area of any level, for example municipio:5.",
  })
  area!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Code of the kind that it has now, for example centre-kind:CASA_DI_QUARTIERE.",
  })
  kind!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Code of a strategy that it belongs to, for example mi-over-net.",
  })
  strategy!: string | null | undefined;

  @Field(() => [EquipmentFeatureEnum], {
    nullable: true,
    description: "Known to have all of these; where it is unknown the centre is left out.",
  })
  equipment!: EquipmentFeature[] | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: known to have access without steps. False: known not to. Where it is unknown or limited the centre is left out of both.",
  })
  accessible!: boolean | null | undefined;

  @Field(() => NearInput, { nullable: true, description: "In this circle, border included." })
  near!: NearInput | null | undefined;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Known to be open at this moment; where it is unknown the centre is left out.",
  })
  openAt!: Date | null | undefined;

  @Field(() => TimeSpanInput, { nullable: true, description: "Known to be open all of this time." })
  openDuring!: TimeSpanInput | null | undefined;

  @Field(() => WeekdayEnum, {
    nullable: true,
    description: "With usual hours on this day of the week, in any season for which they are stated.",
  })
  openOn!: Weekday | null | undefined;
}
