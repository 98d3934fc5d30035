import { Int } from "type-graphql";
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
import { NonNull, Nullable, Output } from "../kit/decorators";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { NodeType } from "../kit/node.type";
import { PartialDateScalar } from "../kit/scalars";
import { CareDomainEnum, FreeOfChargeEnum, ServiceChannelEnum, ServiceStatusEnum } from "./service.enum";

@Output("CostOption", "Cost of a service in one case (HSDS cost_option).")
export class CostOptionType implements CostOption {
  @NonNull(() => LocalizedTextType, "Description of the case.")
  option!: LocalizedTextType;

  @Nullable(() => MoneyType, "Amount; null if the source states none.")
  amount!: MoneyType | null;

  @Nullable(() => PartialDateScalar, "Start of validity; null if no source states it.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "End of validity; null if no source states it.")
  validTo!: string | null;
}

type Codes =
  | "organizationCode"
  | "serviceAreaCodes"
  | "serviceTypeCodes"
  | "sourceCodes"
  | "targetGroupCodes";

@Output("Service", "Service that an organisation provides for people, at any place (HSDS service).", NodeType)
export class ServiceType extends NodeType implements Omit<Service, Codes> {
  @NonNull(() => String, "Stable key, for example ds1303:sspt.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Name; the Italian name is official.")
  name!: LocalizedTextType;

  @Nullable(() => String, "Alternative name.")
  alternateName!: string | null;

  @Nullable(() => LocalizedTextType, "Description of the service; null if no source states it.")
  description!: LocalizedTextType | null;

  @Nullable(() => ServiceStatusEnum, "Operational status; null if no source states it.")
  status!: ServiceStatus | null;

  @Nullable(() => LocalizedTextType, "Important current information.")
  alert!: LocalizedTextType | null;

  @NonNull(() => [CareDomainEnum], "Care domains.")
  careDomains!: CareDomain[];

  @Nullable(() => Int, "Minimum age in whole years, included; null if no source states a limit.")
  minimumAge!: number | null;

  @Nullable(() => Int, "Maximum age in whole years, included; null if no source states a limit.")
  maximumAge!: number | null;

  @Nullable(() => LocalizedTextType, "Conditions of eligibility.")
  eligibility!: LocalizedTextType | null;

  @Nullable(() => LocalizedTextType, "Application process.")
  applicationProcess!: LocalizedTextType | null;

  @NonNull(
    () => FreeOfChargeEnum,
    "Statement about whether the service is free of charge. UNKNOWN does not mean free.",
  )
  freeOfCharge!: FreeOfCharge;

  @Nullable(() => LocalizedTextType, "Costs in words.")
  fees!: LocalizedTextType | null;

  @NonNull(() => [CostOptionType], "Costs case by case; empty if no source states any.")
  costOptions!: CostOptionType[];

  @NonNull(() => [LocalizedTextType], "Documents that users must bring; empty if no source states any.")
  requiredDocuments!: LocalizedTextType[];

  @NonNull(() => [String], "Languages spoken, BCP 47; empty if no source states any.")
  languages!: string[];

  @NonNull(() => [ServiceChannelEnum], "Channels of access; empty if no source states any.")
  channels!: ServiceChannel[];

  @NonNull(() => [ContactType], "Contacts of offices, never of named persons.")
  contacts!: ContactType[];

  @NonNull(() => [PhoneType], "Telephones for all its places.")
  phones!: PhoneType[];

  @Nullable(() => String, "Web page.")
  url!: string | null;

  @Nullable(() => [ExternalIdentifierType], "Identifiers in other registers.")
  externalIdentifiers!: ExternalIdentifierType[];
}

export const ServiceConnectionType = connectionType("Service", () => ServiceType, "services");

export const toService = linkTo(() => ServiceType, "service");
