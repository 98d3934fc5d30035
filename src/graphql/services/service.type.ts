import { Field, Int, ObjectType } from "type-graphql";
import type {
  CareDomain,
  CostOption,
  FreeOfCharge,
  Service,
  ServiceChannel,
  ServiceStatus,
} from "../../domain/services/service";
import { connectionType } from "../kit/connection.type";
import { ContactType, PhoneType } from "../kit/contact.type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";
import { CareDomainEnum, FreeOfChargeEnum, ServiceChannelEnum, ServiceStatusEnum } from "./service.enum";

@ObjectType("CostOption", {
  description: "What a service costs in one case (HSDS cost_option).",
  simpleResolvers: true,
})
export class CostOptionType implements CostOption {
  @Field(() => LocalizedTextType, { description: "The case." })
  option!: LocalizedTextType;

  @Field(() => MoneyType, { nullable: true, description: "The amount; null where the source names none." })
  amount!: MoneyType | null;

  @Field(() => PartialDateScalar, { nullable: true, description: "From when; null where no source says." })
  validFrom!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, description: "Until when; null where no source says." })
  validTo!: string | null;
}

type Codes =
  | "organizationCode"
  | "serviceAreaCodes"
  | "serviceTypeCodes"
  | "sourceCodes"
  | "targetGroupCodes";

@ObjectType("Service", {
  description: "Something that an organisation does for people, wherever it does it (HSDS service).",
  implements: NodeType,
  simpleResolvers: true,
})
export class ServiceType extends NodeType implements Omit<Service, Codes> {
  @Field(() => String, { description: "Stable key, for example ds1303:sspt." })
  code!: string;

  @Field(() => LocalizedTextType, { description: "Its name; the Italian one is official." })
  name!: LocalizedTextType;

  @Field(() => String, { nullable: true, description: "Another name in use." })
  alternateName!: string | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "What it does; null where no source says." })
  description!: LocalizedTextType | null;

  @Field(() => ServiceStatusEnum, {
    nullable: true,
    description: "Whether it works; null where no source says.",
  })
  status!: ServiceStatus | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "What people must know now." })
  alert!: LocalizedTextType | null;

  @Field(() => [CareDomainEnum], { description: "What sort of care it is." })
  careDomains!: CareDomain[];

  @Field(() => Int, {
    nullable: true,
    description: "Lowest age in whole years, itself included; null where no source tells of a limit.",
  })
  minimumAge!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Highest age in whole years, itself included; null where no source tells of a limit.",
  })
  maximumAge!: number | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "Who may use it." })
  eligibility!: LocalizedTextType | null;

  @Field(() => LocalizedTextType, { nullable: true, description: "How to ask for it." })
  applicationProcess!: LocalizedTextType | null;

  @Field(() => FreeOfChargeEnum, { description: "Whether it is free of charge. UNKNOWN is not free." })
  freeOfCharge!: FreeOfCharge;

  @Field(() => LocalizedTextType, { nullable: true, description: "What it costs, in words." })
  fees!: LocalizedTextType | null;

  @Field(() => [CostOptionType], { description: "What it costs, case by case; empty where no source says." })
  costOptions!: CostOptionType[];

  @Field(() => [LocalizedTextType], {
    description: "Documents that must be brought; empty where no source says.",
  })
  requiredDocuments!: LocalizedTextType[];

  @Field(() => [String], { description: "Languages spoken, BCP 47; empty where no source says." })
  languages!: string[];

  @Field(() => [ServiceChannelEnum], { description: "How to reach it; empty where no source says." })
  channels!: ServiceChannel[];

  @Field(() => [ContactType], { description: "Whom to turn to: offices, never persons." })
  contacts!: ContactType[];

  @Field(() => [PhoneType], { description: "Telephones that hold for all its places." })
  phones!: PhoneType[];

  @Field(() => String, { nullable: true, description: "Its page on the web." })
  url!: string | null;

  @Field(() => [ExternalIdentifierType], { nullable: true, description: "Its keys in other registers." })
  externalIdentifiers!: ExternalIdentifierType[];
}

export const ServiceConnectionType = connectionType("Service", () => ServiceType, "services");
