import { Field, ObjectType } from "type-graphql";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { CapacityType, capacityDescription } from "../kit/capacity.type";
import { PhoneType } from "../kit/contact.type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { NodeType } from "../kit/node.type";

@ObjectType("ServiceAtLocation", {
  description: "A service as one centre gives it (HSDS service_at_location).",
  implements: NodeType,
  simpleResolvers: true,
})
export class ServiceAtLocationType
  extends NodeType
  implements
    Omit<ServiceAtLocation, "capacity" | "centreCode" | "openingRules" | "serviceCode" | "sourceCodes">
{
  @Field(() => String, { description: "Stable key, for example ds1303:sspt:via-rugabella-4." })
  code!: string;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "What holds for this place only, such as floor or access by appointment.",
  })
  description!: LocalizedTextType | null;

  @Field(() => [PhoneType], { description: "Telephones of this place." })
  phones!: PhoneType[];

  @Field(() => String, { nullable: true, description: "Hours, word for word as published." })
  openingHoursText!: string | null;

  @Field(() => LocalizedTextType, {
    nullable: true,
    description: "Why the hours are doubtful, so that no answer relies on them; null where nothing is.",
  })
  openingHoursNote!: LocalizedTextType | null;

  @Field(() => [CapacityType], { nullable: true, description: capacityDescription })
  capacity!: CapacityType[];
}
