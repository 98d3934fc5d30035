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

/** The words of HSDS 3 for the state of a service. */
const serviceStatuses = ["ACTIVE", "DEFUNCT", "INACTIVE", "TEMPORARILY_CLOSED"] as const;
export type ServiceStatus = (typeof serviceStatuses)[number];

/** Who cares for what: one service may be of several, because social and health care mix in practice. */
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

/** How people reach a service (CPSV-AP channel). */
const serviceChannels = ["HOME_VISIT", "IN_PERSON", "ONLINE", "PHONE"] as const;
export type ServiceChannel = (typeof serviceChannels)[number];

/** UNKNOWN says that no source tells, and is never read as free. */
const freeOfChargeAnswers = ["NO", "UNKNOWN", "YES"] as const;
export type FreeOfCharge = (typeof freeOfChargeAnswers)[number];

const costOption = group(
  {
    option: localizedText(),
    /** `null` where the source names no amount. */
    amount: optional(money()),
    validFrom: optional(partialDate()),
    validTo: optional(partialDate()),
  },
  ({ validFrom, validTo }, check) =>
    check(isInOrder(validFrom, validTo), "validTo", (text) => text.periodOrder),
);

/** What a service costs in one case (HSDS cost_option). */
export type CostOption = z.output<typeof costOption>;

/** No one is older: the highest age ever proven is 122. */
export const highestAge = 130;

export const serviceRecord = defineRecord(
  "Service",
  {
    /** `<dataset>:<key>` of the register that first named it, for example `ds1303:sspt`. */
    code: ownCode(),
    name: localizedText(),
    alternateName: optional(z.string()),
    description: optional(localizedText()),
    organizationCode: code("organizations"),
    /** As the source states it; `null` where the source states none. */
    status: optional(choice(serviceStatuses)),
    /** What people must know now, for example a strike. */
    alert: optional(localizedText()),
    careDomains: distinct(choice(careDomains)),
    /** Terms of the taxonomy `target-group`; none where no source says for whom it is. */
    targetGroupCodes: codes({ taxonomy: "target-group" }),
    /** Terms of the city's taxonomy of services, such as `service-area`: each city has its own. */
    serviceTypeCodes: codes("taxonomyTerms"),
    /** Whole years, both ends included; `null` without a limit or without a source that states one. */
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
    /** The areas whose people it is for, as the source states them; none where no source says. */
    serviceAreaCodes: codes("areas"),
    channels: distinct(choice(serviceChannels)),
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

/** Something that an organisation does for people, wherever it does it (HSDS 3 service). */
export interface Service extends RecordOf<typeof serviceRecord> {}

export const createService = serviceRecord.create;

/** Whether a source states an age limit. A service without one is listed for every age, but nobody is surely eligible. */
export const statesAgeLimit = ({
  minimumAge,
  maximumAge,
}: Pick<Service, "minimumAge" | "maximumAge">): boolean => minimumAge !== null || maximumAge !== null;

/** Only the usual spelling passes (`it`, `pt-BR`), so that one language is one word. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
