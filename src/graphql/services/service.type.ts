import { Int } from "type-graphql";
import type { CostOption, Service } from "../../domain/services/service";
import { connectionType } from "../kit/connection.type";
import { ContactType, PhoneType } from "../kit/contact.type";
import { ExternalIdentifierType } from "../kit/external-identifier.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { MoneyType } from "../kit/money.type";
import { node } from "../kit/node.type";
import { nonNull, nullable, output } from "../kit/output";
import { PartialDateScalar } from "../kit/scalars";
import { standingFields } from "../kit/standing.fields";
import { CareDomainEnum, FreeOfChargeEnum, ServiceChannelEnum } from "./service.enum";

const CostOptionType = output<CostOption>("CostOption", "Cost of a service in one case (HSDS cost_option).", {
  option: nonNull(() => LocalizedTextType, "Description of the case."),
  amount: nullable(() => MoneyType, "Amount; null if the source states none."),
  validFrom: nullable(() => PartialDateScalar, "Start of validity; null if no source states it."),
  validTo: nullable(() => PartialDateScalar, "End of validity; null if no source states it."),
});

type Codes =
  | "status"
  | "openingRules"
  | "organizationCode"
  | "serviceAreaCodes"
  | "serviceTypeCodes"
  | "sourceCodes"
  | "targetGroupCodes";

export const ServiceType = node<Service, Codes>(
  "Service",
  "Service that an organisation provides for people, at any place (HSDS service).",
  {
    code: nonNull(() => String, "Stable key, for example ds1303:sspt."),
    name: nonNull(() => LocalizedTextType, "Name; the Italian name is official."),
    alternateName: nullable(() => String, "Alternative name."),
    description: nullable(
      () => LocalizedTextType,
      "Description of the service; null if no source states it.",
    ),
    openingHoursText: nullable(
      () => String,
      "Opening hours of the service as published, word for word. A place can have its own.",
    ),
    ...standingFields,
    alert: nullable(() => LocalizedTextType, "Important current information."),
    careDomains: nonNull(() => [CareDomainEnum], "Care domains."),
    minimumAge: nullable(
      () => Int,
      "Minimum age in whole years, included; null if no source states a limit.",
    ),
    maximumAge: nullable(
      () => Int,
      "Maximum age in whole years, included; null if no source states a limit.",
    ),
    eligibility: nullable(() => LocalizedTextType, "Conditions of eligibility."),
    applicationProcess: nullable(() => LocalizedTextType, "Application process."),
    freeOfCharge: nonNull(
      () => FreeOfChargeEnum,
      "Statement about whether the service is free of charge. UNKNOWN does not mean free.",
    ),
    fees: nullable(() => LocalizedTextType, "Costs in words."),
    costOptions: nonNull(() => [CostOptionType], "Costs case by case; empty if no source states any."),
    requiredDocuments: nonNull(
      () => [LocalizedTextType],
      "Documents that users must bring; empty if no source states any.",
    ),
    languages: nonNull(() => [String], "Languages spoken, BCP 47; empty if no source states any."),
    channels: nonNull(() => [ServiceChannelEnum], "Channels of access; empty if no source states any."),
    contacts: nonNull(() => [ContactType], "Contacts of offices; of named persons only with a legal basis."),
    phones: nonNull(() => [PhoneType], "Telephones for all its places."),
    url: nullable(() => String, "Web page."),
    externalIdentifiers: nullable(() => [ExternalIdentifierType], "Identifiers in other registers."),
  },
);

export const ServiceConnectionType = connectionType("Service", () => ServiceType, "services");

export const toService = linkTo(() => ServiceType, "service");
