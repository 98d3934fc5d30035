import { Field, InputType } from "type-graphql";
import type { EquipmentFeature } from "../../domain/centre";
import { EquipmentFeatureEnum } from "./centre.enum";

@InputType("CentreFilter", {
  description: "Which centres. All conditions must hold; none means all centres.",
})
export class CentreFilterInput {
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
}
