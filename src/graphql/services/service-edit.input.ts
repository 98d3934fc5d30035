import { Int } from "type-graphql";
import { optional, required, usually } from "../kit/argument";
import { ContactInput, ExternalIdentifierInput, LocalizedTextInput, PhoneInput } from "../kit/edit.input";
import { input } from "../kit/input";
import { PartialDateScalar, SafeIntScalar } from "../kit/scalars";
import { standingInputs } from "../kit/standing.fields";
import { CareDomainEnum, FreeOfChargeEnum, ServiceChannelEnum } from "./service.enum";

const MoneyInput = input("MoneyInput", "Exact amount of money.", {
  cents: required(() => SafeIntScalar, "Amount in whole cents."),
  currency: required(() => String, "Currency, ISO 4217, for example EUR."),
});

const CostOptionInput = input("CostOptionInput", "Cost of a service in one case.", {
  option: required(() => LocalizedTextInput, "Description of the case."),
  amount: usually(() => MoneyInput, null, "Amount, if known."),
  validFrom: usually(() => PartialDateScalar, null, "Start of validity."),
  validTo: usually(() => PartialDateScalar, null, "End of validity."),
});

/** Facts that an editor can state about a service. */
export const serviceFields = {
  name: optional(() => LocalizedTextInput, "Name; required for a new service."),
  alternateName: optional(() => String, "Alternative name."),
  description: optional(() => LocalizedTextInput, "Description of the service."),
  organization: optional(() => String, "Code of the organisation responsible for the service."),
  ...standingInputs,
  alert: optional(() => LocalizedTextInput, "Important current information, for example a strike."),
  careDomains: optional(() => [CareDomainEnum], "All care domains; they replace the previous list."),
  targetGroups: optional(() => [String], "Codes of all target groups; they replace the previous list."),
  serviceTypes: optional(() => [String], "Codes of all service types; they replace the previous list."),
  minimumAge: optional(() => Int, "Minimum age in whole years, included."),
  maximumAge: optional(() => Int, "Maximum age in whole years, included."),
  eligibility: optional(() => LocalizedTextInput, "Conditions of eligibility."),
  applicationProcess: optional(() => LocalizedTextInput, "Application process."),
  freeOfCharge: optional(() => FreeOfChargeEnum, "Statement about whether the service is free of charge."),
  fees: optional(() => LocalizedTextInput, "Costs in words."),
  costOptions: optional(() => [CostOptionInput], "All costs case by case; they replace the previous list."),
  requiredDocuments: optional(
    () => [LocalizedTextInput],
    "All required documents; they replace the previous list.",
  ),
  languages: optional(
    () => [String],
    "All languages spoken, BCP 47, for example it; they replace the previous list.",
  ),
  serviceAreas: optional(
    () => [String],
    "Codes of all areas with eligible residents; they replace the previous list.",
  ),
  channels: optional(() => [ServiceChannelEnum], "All channels of access; they replace the previous list."),
  openingHoursText: optional(
    () => String,
    "Opening hours of the service as a whole, in Italian words; its places may have their own.",
  ),
  contacts: optional(() => [ContactInput], "All contacts; they replace the previous list."),
  phones: optional(() => [PhoneInput], "All telephones; they replace the previous list."),
  externalIdentifiers: optional(
    () => [ExternalIdentifierInput],
    "All identifiers in other registers; they replace the previous list.",
  ),
  url: optional(() => String, "Web page."),
};
