import { Field, InputType } from "type-graphql";
import type { CareDomain } from "../../domain/service";
import { CareDomainEnum } from "./service.enum";

@InputType("ServiceFilter", {
  description: "Which services. All conditions must hold; none means all services.",
})
export class ServiceFilterInput {
  @Field(() => String, {
    nullable: true,
    description:
      "Code of an area of any level, for example nil:42: services that serve at least a part of it, or are given in it.",
  })
  area!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Code of the organisation that answers for it, for example comune-milano.",
  })
  organization!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description:
      "Code of a group that it is said to be for, for example target-group:ANZIANI; where no source says for whom it is, it is left out.",
  })
  targetGroup!: string | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Code of its type, for example service-area:SOCIO_ASSISTENZIALI.",
  })
  serviceType!: string | null | undefined;

  @Field(() => CareDomainEnum, { nullable: true, description: "The sort of care." })
  careDomain!: CareDomain | null | undefined;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: known to be free of charge. False: known to cost money. Where it is unknown the service is left out of both.",
  })
  freeOfCharge!: boolean | null | undefined;
}
