import * as z from "zod";
import { contact, phone } from "../kit/contact";
import { isInOrder } from "../kit/dates";
import { identifiers } from "../kit/external-identifier";
import {
  choice,
  code,
  codes,
  distinct,
  group,
  list,
  optional,
  partialDate,
  sources,
  url,
  whole,
} from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { checks } from "../kit/messages/en/checks";
import { money } from "../kit/money";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { standing } from "../kit/status";
import { openingRules } from "../schedule/opening-answer";

/** A service can have several, because social and health care mix in practice. */
export const careDomains = [
  "CIVIC",
  "DIGITAL",
  "EMPLOYMENT",
  "HEALTH",
  "HOUSING",
  "RECREATION",
  "SOCIAL_CARE",
  "SOCIAL_HEALTH",
  "SOCIO_EDUCATIONAL",
] as const;
export type CareDomain = (typeof careDomains)[number];

/** CPSV-AP channel. */
export const serviceChannels = ["HOME_VISIT", "IN_PERSON", "ONLINE", "PHONE"] as const;
export type ServiceChannel = (typeof serviceChannels)[number];

/** UNKNOWN means that no source says; it is never read as free. */
const freeOfChargeAnswers = ["NO", "UNKNOWN", "YES"] as const;
export type FreeOfCharge = (typeof freeOfChargeAnswers)[number];

const costOption = group(
  {
    option: localizedText(),
    /** `null` when the source states no amount. */
    amount: optional(money()),
    validFrom: optional(partialDate()),
    validTo: optional(partialDate()),
  },
  ({ validFrom, validTo }, check) =>
    check(isInOrder(validFrom, validTo), "validTo", (text) => text.periodOrder),
);

/** HSDS cost_option. */
export type CostOption = z.output<typeof costOption>;

/** The highest proven age of a person is 122. */
export const highestAge = 130;

export const serviceRecord = defineRecord(
  "Service",
  {
    /** `<dataset>:<key>` of the register that first named it, for example `ds1303:sspt`. */
    code: ownCode(),
    name: localizedText(),
    alternateName: optional(z.string()),
    description: optional(localizedText()),
    /** `null` when no source names one. */
    organizationCode: optional(code("organizations")),
    ...standing(),
    /** An urgent notice, for example a strike. */
    alert: optional(localizedText()),
    careDomains: distinct(choice(careDomains)),
    /** Terms of the taxonomy `target-group`; none when no source says. */
    targetGroupCodes: codes({ taxonomy: "target-group" }),
    /** Terms of the city's own taxonomy of services, such as `service-area`. */
    serviceTypeCodes: codes("taxonomyTerms"),
    /** Years, both ends included; `null` without a limit, or when no source says. */
    minimumAge: optional(whole(0, highestAge)),
    maximumAge: optional(whole(0, highestAge)),
    eligibility: optional(localizedText()),
    applicationProcess: optional(localizedText()),
    freeOfCharge: choice(freeOfChargeAnswers, "UNKNOWN"),
    fees: optional(localizedText()),
    costOptions: list(costOption),
    requiredDocuments: list(localizedText()),
    /** BCP 47, for example `it`. */
    languages: distinct(z.string().refine(isLanguageTag, checks.languageTag)),
    /** The areas that the service is for; none when no source says. */
    serviceAreaCodes: codes("areas"),
    channels: distinct(choice(serviceChannels)),
    /** Hours of the service as a whole, word for word; its places may have their own. */
    openingHoursText: optional(z.string()),
    openingRules: optional(openingRules()),
    contacts: list(contact()),
    phones: list(phone()),
    url: optional(url()),
    externalIdentifiers: identifiers(),
    sourceCodes: sources(),
  },
  ({ minimumAge, maximumAge, costOptions, freeOfCharge }, check) => {
    const inOrder = minimumAge === null || maximumAge === null || minimumAge <= maximumAge;
    check(inOrder, "maximumAge", (text) => text.ageOrder({ minimum: minimumAge! }));
    const hasPrice = costOptions.some(({ amount }) => amount !== null && amount.cents > 0);
    check(freeOfCharge !== "YES" || !hasPrice, "freeOfCharge", (text) => text.freeWithPrice);
  },
);

/** A service of an organisation, independent of its places (HSDS 3 service). */
export interface Service extends RecordOf<typeof serviceRecord> {}

export const createService = serviceRecord.create;

/** A service without a stated limit is listed for every age, but eligibility is never certain. */
export const statesAgeLimit = ({
  minimumAge,
  maximumAge,
}: Pick<Service, "minimumAge" | "maximumAge">): boolean => minimumAge !== null || maximumAge !== null;

/** Only the usual spelling (`it`, `pt-BR`) is accepted, so that a language has one tag. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
