import { GraphQLSafeInt } from "graphql-scalars";
import { Field, InputType, Int } from "type-graphql";
import type { CareDomain, FreeOfCharge, ServiceChannel, ServiceStatus } from "../../domain/services/service";
import { ContactInput, ExternalIdentifierInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { PartialDateScalar } from "../kit/scalars";
import { CareDomainEnum, FreeOfChargeEnum, ServiceChannelEnum, ServiceStatusEnum } from "./service.enum";

@InputType("MoneyInput", { description: "An exact amount of money." })
export class MoneyInput {
  @Field(() => GraphQLSafeInt, { description: "Whole cents." })
  cents!: number;

  @Field(() => String, { description: "Currency, ISO 4217, for example EUR." })
  currency!: string;
}

@InputType("CostOptionInput", { description: "What a service costs in one case." })
export class CostOptionInput {
  @Field(() => LocalizedTextInput, { description: "The case." })
  option!: LocalizedTextInput;

  @Field(() => MoneyInput, {
    nullable: true,
    defaultValue: null,
    description: "The amount, where it is known.",
  })
  amount!: MoneyInput | null;

  @Field(() => PartialDateScalar, { nullable: true, defaultValue: null, description: "Since when." })
  validFrom!: string | null;

  @Field(() => PartialDateScalar, { nullable: true, defaultValue: null, description: "Until when." })
  validTo!: string | null;
}

@InputType("ServiceFields", {
  description: "What is known of a service. What is left out stays as it is; null says that it is not known.",
})
export class ServiceFieldsInput {
  @Field(() => LocalizedTextInput, { nullable: true, description: "Its name; a new service needs one." })
  name!: LocalizedTextInput | null | undefined;

  @Field(() => String, { nullable: true, description: "Another name in use." })
  alternateName!: string | null | undefined;

  @Field(() => LocalizedTextInput, { nullable: true, description: "What it does for people." })
  description!: LocalizedTextInput | null | undefined;

  @Field(() => String, {
    nullable: true,
    description: "Code of the body that answers for it; a new service needs one.",
  })
  organization!: string | null | undefined;

  @Field(() => ServiceStatusEnum, { nullable: true, description: "Whether it is given now." })
  status!: ServiceStatus | null | undefined;

  @Field(() => LocalizedTextInput, {
    nullable: true,
    description: "What people must know now, for example a strike.",
  })
  alert!: LocalizedTextInput | null | undefined;

  @Field(() => [CareDomainEnum], { nullable: true, description: "All sorts of care that it is." })
  careDomains!: CareDomain[] | null | undefined;

  @Field(() => [String], { nullable: true, description: "Codes of all groups that it is for." })
  targetGroups!: string[] | null | undefined;

  @Field(() => [String], { nullable: true, description: "Codes of all its types." })
  serviceTypes!: string[] | null | undefined;

  @Field(() => Int, { nullable: true, description: "From this age on, in whole years." })
  minimumAge!: number | null | undefined;

  @Field(() => Int, { nullable: true, description: "Up to this age, in whole years." })
  maximumAge!: number | null | undefined;

  @Field(() => LocalizedTextInput, { nullable: true, description: "Who may use it." })
  eligibility!: LocalizedTextInput | null | undefined;

  @Field(() => LocalizedTextInput, { nullable: true, description: "How to ask for it." })
  applicationProcess!: LocalizedTextInput | null | undefined;

  @Field(() => FreeOfChargeEnum, { nullable: true, description: "Whether it costs nothing." })
  freeOfCharge!: FreeOfCharge | null | undefined;

  @Field(() => LocalizedTextInput, { nullable: true, description: "What it costs, in words." })
  fees!: LocalizedTextInput | null | undefined;

  @Field(() => [CostOptionInput], { nullable: true, description: "All cases of what it costs." })
  costOptions!: CostOptionInput[] | null | undefined;

  @Field(() => [LocalizedTextInput], { nullable: true, description: "All papers to bring." })
  requiredDocuments!: LocalizedTextInput[] | null | undefined;

  @Field(() => [String], {
    nullable: true,
    description: "All languages that are spoken, BCP 47, for example it.",
  })
  languages!: string[] | null | undefined;

  @Field(() => [String], { nullable: true, description: "Codes of all areas whose people it is for." })
  serviceAreas!: string[] | null | undefined;

  @Field(() => [ServiceChannelEnum], { nullable: true, description: "All ways of reaching it." })
  channels!: ServiceChannel[] | null | undefined;

  @Field(() => [ContactInput], { nullable: true, description: "All offices to turn to." })
  contacts!: ContactInput[] | null | undefined;

  @Field(() => [PhoneInput], { nullable: true, description: "All telephones." })
  phones!: PhoneInput[] | null | undefined;

  @Field(() => [ExternalIdentifierInput], { nullable: true, description: "All its keys in other registers." })
  externalIdentifiers!: ExternalIdentifierInput[] | null | undefined;

  @Field(() => String, { nullable: true, description: "Its page on the web." })
  url!: string | null | undefined;
}
