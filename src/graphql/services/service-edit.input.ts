import { Int } from "type-graphql";
import type { CareDomain, FreeOfCharge, ServiceChannel, ServiceStatus } from "../../domain/services/service";
import { Default, Input, NonNull, Nullable } from "../kit/decorators";
import { ContactInput, ExternalIdentifierInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { PartialDateScalar, SafeIntScalar } from "../kit/scalars";
import { CareDomainEnum, FreeOfChargeEnum, ServiceChannelEnum, ServiceStatusEnum } from "./service.enum";

@Input("MoneyInput", "Exact amount of money.")
export class MoneyInput {
  @NonNull(() => SafeIntScalar, "Amount in whole cents.")
  cents!: number;

  @NonNull(() => String, "Currency, ISO 4217, for example EUR.")
  currency!: string;
}

@Input("CostOptionInput", "Cost of a service in one case.")
export class CostOptionInput {
  @NonNull(() => LocalizedTextInput, "Description of the case.")
  option!: LocalizedTextInput;

  @Default(() => MoneyInput, null, "Amount, if known.")
  amount!: MoneyInput | null;

  @Default(() => PartialDateScalar, null, "Start of validity.")
  validFrom!: string | null;

  @Default(() => PartialDateScalar, null, "End of validity.")
  validTo!: string | null;
}

@Input("ServiceFields", "Facts about a service. Omitted fields stay unchanged; null means unknown.")
export class ServiceFieldsInput {
  @Nullable(() => LocalizedTextInput, "Name; required for a new service.")
  name!: LocalizedTextInput | null | undefined;

  @Nullable(() => String, "Alternative name.")
  alternateName!: string | null | undefined;

  @Nullable(() => LocalizedTextInput, "Description of the service.")
  description!: LocalizedTextInput | null | undefined;

  @Nullable(() => String, "Code of the organisation responsible for the service; required for a new service.")
  organization!: string | null | undefined;

  @Nullable(() => ServiceStatusEnum, "Operational status.")
  status!: ServiceStatus | null | undefined;

  @Nullable(() => LocalizedTextInput, "Important current information, for example a strike.")
  alert!: LocalizedTextInput | null | undefined;

  @Nullable(() => [CareDomainEnum], "All care domains; they replace the previous list.")
  careDomains!: CareDomain[] | null | undefined;

  @Nullable(() => [String], "Codes of all target groups; they replace the previous list.")
  targetGroups!: string[] | null | undefined;

  @Nullable(() => [String], "Codes of all service types; they replace the previous list.")
  serviceTypes!: string[] | null | undefined;

  @Nullable(() => Int, "Minimum age in whole years, included.")
  minimumAge!: number | null | undefined;

  @Nullable(() => Int, "Maximum age in whole years, included.")
  maximumAge!: number | null | undefined;

  @Nullable(() => LocalizedTextInput, "Conditions of eligibility.")
  eligibility!: LocalizedTextInput | null | undefined;

  @Nullable(() => LocalizedTextInput, "Application process.")
  applicationProcess!: LocalizedTextInput | null | undefined;

  @Nullable(() => FreeOfChargeEnum, "Statement about whether the service is free of charge.")
  freeOfCharge!: FreeOfCharge | null | undefined;

  @Nullable(() => LocalizedTextInput, "Costs in words.")
  fees!: LocalizedTextInput | null | undefined;

  @Nullable(() => [CostOptionInput], "All costs case by case; they replace the previous list.")
  costOptions!: CostOptionInput[] | null | undefined;

  @Nullable(() => [LocalizedTextInput], "All required documents; they replace the previous list.")
  requiredDocuments!: LocalizedTextInput[] | null | undefined;

  @Nullable(() => [String], "All languages spoken, BCP 47, for example it; they replace the previous list.")
  languages!: string[] | null | undefined;

  @Nullable(() => [String], "Codes of all areas with eligible residents; they replace the previous list.")
  serviceAreas!: string[] | null | undefined;

  @Nullable(() => [ServiceChannelEnum], "All channels of access; they replace the previous list.")
  channels!: ServiceChannel[] | null | undefined;

  @Nullable(() => [ContactInput], "All contacts; they replace the previous list.")
  contacts!: ContactInput[] | null | undefined;

  @Nullable(() => [PhoneInput], "All telephones; they replace the previous list.")
  phones!: PhoneInput[] | null | undefined;

  @Nullable(
    () => [ExternalIdentifierInput],
    "All identifiers in other registers; they replace the previous list.",
  )
  externalIdentifiers!: ExternalIdentifierInput[] | null | undefined;

  @Nullable(() => String, "Web page.")
  url!: string | null | undefined;
}
