import { GraphQLSafeInt } from "graphql-scalars";
import { Int } from "type-graphql";
import type { CareDomain, FreeOfCharge, ServiceChannel, ServiceStatus } from "../../domain/services/service";
import { Default, Input, NonNull, Nullable } from "../kit/decorators";
import { ContactInput, ExternalIdentifierInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { PartialDateScalar } from "../kit/scalars";
import { CareDomainEnum, FreeOfChargeEnum, ServiceChannelEnum, ServiceStatusEnum } from "./service.enum";

@Input("MoneyInput", "An exact amount of money.")
export class MoneyInput {
  @NonNull(() => GraphQLSafeInt, "Whole cents.")
  cents!: number;

  @NonNull(() => String, "Currency, ISO 4217, for example EUR.")
  currency!: string;
}

@Input("CostOptionInput", "What a service costs in one case.")
export class CostOptionInput {
  @NonNull(() => LocalizedTextInput, "The case.")
  option!: LocalizedTextInput;

  @Default(() => MoneyInput, null, "The amount, where it is known.")
  amount!: MoneyInput | null;

  @Default(() => PartialDateScalar, null, "Since when.")
  validFrom!: string | null;

  @Default(() => PartialDateScalar, null, "Until when.")
  validTo!: string | null;
}

@Input(
  "ServiceFields",
  "What is known of a service. What is left out stays as it is; null says that it is not known.",
)
export class ServiceFieldsInput {
  @Nullable(() => LocalizedTextInput, "Its name; a new service needs one.")
  name!: LocalizedTextInput | null | undefined;

  @Nullable(() => String, "Another name in use.")
  alternateName!: string | null | undefined;

  @Nullable(() => LocalizedTextInput, "What it does for people.")
  description!: LocalizedTextInput | null | undefined;

  @Nullable(() => String, "Code of the body that answers for it; a new service needs one.")
  organization!: string | null | undefined;

  @Nullable(() => ServiceStatusEnum, "Whether it is given now.")
  status!: ServiceStatus | null | undefined;

  @Nullable(() => LocalizedTextInput, "What people must know now, for example a strike.")
  alert!: LocalizedTextInput | null | undefined;

  @Nullable(() => [CareDomainEnum], "All sorts of care that it is.")
  careDomains!: CareDomain[] | null | undefined;

  @Nullable(() => [String], "Codes of all groups that it is for.")
  targetGroups!: string[] | null | undefined;

  @Nullable(() => [String], "Codes of all its types.")
  serviceTypes!: string[] | null | undefined;

  @Nullable(() => Int, "From this age on, in whole years.")
  minimumAge!: number | null | undefined;

  @Nullable(() => Int, "Up to this age, in whole years.")
  maximumAge!: number | null | undefined;

  @Nullable(() => LocalizedTextInput, "Who may use it.")
  eligibility!: LocalizedTextInput | null | undefined;

  @Nullable(() => LocalizedTextInput, "How to ask for it.")
  applicationProcess!: LocalizedTextInput | null | undefined;

  @Nullable(() => FreeOfChargeEnum, "Whether it costs nothing.")
  freeOfCharge!: FreeOfCharge | null | undefined;

  @Nullable(() => LocalizedTextInput, "What it costs, in words.")
  fees!: LocalizedTextInput | null | undefined;

  @Nullable(() => [CostOptionInput], "All cases of what it costs.")
  costOptions!: CostOptionInput[] | null | undefined;

  @Nullable(() => [LocalizedTextInput], "All papers to bring.")
  requiredDocuments!: LocalizedTextInput[] | null | undefined;

  @Nullable(() => [String], "All languages that are spoken, BCP 47, for example it.")
  languages!: string[] | null | undefined;

  @Nullable(() => [String], "Codes of all areas whose people it is for.")
  serviceAreas!: string[] | null | undefined;

  @Nullable(() => [ServiceChannelEnum], "All ways of reaching it.")
  channels!: ServiceChannel[] | null | undefined;

  @Nullable(() => [ContactInput], "All offices to turn to.")
  contacts!: ContactInput[] | null | undefined;

  @Nullable(() => [PhoneInput], "All telephones.")
  phones!: PhoneInput[] | null | undefined;

  @Nullable(() => [ExternalIdentifierInput], "All its keys in other registers.")
  externalIdentifiers!: ExternalIdentifierInput[] | null | undefined;

  @Nullable(() => String, "Its page on the web.")
  url!: string | null | undefined;
}
