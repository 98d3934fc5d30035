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

@Output("CostOption", "What a service costs in one case (HSDS cost_option).")
export class CostOptionType implements CostOption {
  @NonNull(() => LocalizedTextType, "The case.")
  option!: LocalizedTextType;

  @Nullable(() => MoneyType, "The amount; null where the source names none.")
  amount!: MoneyType | null;

  @Nullable(() => PartialDateScalar, "From when; null where no source says.")
  validFrom!: string | null;

  @Nullable(() => PartialDateScalar, "Until when; null where no source says.")
  validTo!: string | null;
}

type Codes =
  | "organizationCode"
  | "serviceAreaCodes"
  | "serviceTypeCodes"
  | "sourceCodes"
  | "targetGroupCodes";

@Output(
  "Service",
  "Something that an organisation does for people, wherever it does it (HSDS service).",
  NodeType,
)
export class ServiceType extends NodeType implements Omit<Service, Codes> {
  @NonNull(() => String, "Stable key, for example ds1303:sspt.")
  code!: string;

  @NonNull(() => LocalizedTextType, "Its name; the Italian one is official.")
  name!: LocalizedTextType;

  @Nullable(() => String, "Another name in use.")
  alternateName!: string | null;

  @Nullable(() => LocalizedTextType, "What it does; null where no source says.")
  description!: LocalizedTextType | null;

  @Nullable(() => ServiceStatusEnum, "Whether it works; null where no source says.")
  status!: ServiceStatus | null;

  @Nullable(() => LocalizedTextType, "What people must know now.")
  alert!: LocalizedTextType | null;

  @NonNull(() => [CareDomainEnum], "What sort of care it is.")
  careDomains!: CareDomain[];

  @Nullable(() => Int, "Lowest age in whole years, itself included; null where no source tells of a limit.")
  minimumAge!: number | null;

  @Nullable(() => Int, "Highest age in whole years, itself included; null where no source tells of a limit.")
  maximumAge!: number | null;

  @Nullable(() => LocalizedTextType, "Who may use it.")
  eligibility!: LocalizedTextType | null;

  @Nullable(() => LocalizedTextType, "How to ask for it.")
  applicationProcess!: LocalizedTextType | null;

  @NonNull(() => FreeOfChargeEnum, "Whether it is free of charge. UNKNOWN is not free.")
  freeOfCharge!: FreeOfCharge;

  @Nullable(() => LocalizedTextType, "What it costs, in words.")
  fees!: LocalizedTextType | null;

  @NonNull(() => [CostOptionType], "What it costs, case by case; empty where no source says.")
  costOptions!: CostOptionType[];

  @NonNull(() => [LocalizedTextType], "Documents that must be brought; empty where no source says.")
  requiredDocuments!: LocalizedTextType[];

  @NonNull(() => [String], "Languages spoken, BCP 47; empty where no source says.")
  languages!: string[];

  @NonNull(() => [ServiceChannelEnum], "How to reach it; empty where no source says.")
  channels!: ServiceChannel[];

  @NonNull(() => [ContactType], "Whom to turn to: offices, never persons.")
  contacts!: ContactType[];

  @NonNull(() => [PhoneType], "Telephones that hold for all its places.")
  phones!: PhoneType[];

  @Nullable(() => String, "Its page on the web.")
  url!: string | null;

  @Nullable(() => [ExternalIdentifierType], "Its keys in other registers.")
  externalIdentifiers!: ExternalIdentifierType[];
}

export const ServiceConnectionType = connectionType("Service", () => ServiceType, "services");

export const toService = linkTo(() => ServiceType, "service");
