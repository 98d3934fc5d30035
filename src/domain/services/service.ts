import { type Checking, checkCode, checking, checkSources } from "../kit/check";
import { type Contact, checkContact, checkPhone, type Phone } from "../kit/contact";
import { checkDateOrder, checkPartialDate, type PartialDate } from "../kit/dates";
import { checkIdentifiers, type ExternalIdentifier } from "../kit/external-identifier";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";
import { checkMoney, type Money } from "../kit/money";

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

/** What a service costs in one case (HSDS cost_option). */
export interface CostOption {
  readonly option: LocalizedText;
  /** `null` where the source names no amount. */
  readonly amount: Money | null;
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
}

/** Something that an organisation does for people, wherever it does it (HSDS 3 service). */
export interface Service {
  /** `<dataset>:<key>` of the register that first named it, for example `ds1303:sspt`. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly alternateName: string | null;
  readonly description: LocalizedText | null;
  readonly organizationCode: string;
  /** As the source states it; `null` where the source states none. */
  readonly status: ServiceStatus | null;
  /** What people must know now, for example a strike. */
  readonly alert: LocalizedText | null;
  readonly careDomains: readonly CareDomain[];
  /** Terms of the taxonomy `target-group`; none where no source says for whom it is. */
  readonly targetGroupCodes: readonly string[];
  /** Terms of the city's taxonomy of services, such as `service-area`. */
  readonly serviceTypeCodes: readonly string[];
  /** Whole years, both ends included; `null` where there is no limit or no source tells of one. */
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
  readonly eligibility: LocalizedText | null;
  readonly applicationProcess: LocalizedText | null;
  readonly freeOfCharge: FreeOfCharge;
  readonly fees: LocalizedText | null;
  readonly costOptions: readonly CostOption[];
  readonly requiredDocuments: readonly LocalizedText[];
  /** BCP 47, for example `it`. */
  readonly languages: readonly string[];
  /** The areas whose people it is for, as the source states them; none where no source says. */
  readonly serviceAreaCodes: readonly string[];
  readonly channels: readonly ServiceChannel[];
  readonly contacts: readonly Contact[];
  readonly phones: readonly Phone[];
  readonly url: string | null;
  readonly externalIdentifiers: readonly ExternalIdentifier[];
  readonly sourceCodes: readonly string[];
}

/** No one is older: the highest age ever proven is 122. */
export const highestAge = 130;

export function createService(fields: Service): Service {
  const record = checking("Service", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkLocalizedText(record, "name", fields.name);
  for (const field of ["description", "alert", "eligibility", "applicationProcess", "fees"] as const)
    if (fields[field]) checkLocalizedText(record, field, fields[field]);
  checkCode(record, "organizationCode", fields.organizationCode);
  for (const field of ["targetGroupCodes", "serviceTypeCodes", "serviceAreaCodes"] as const) {
    for (const [i, code] of fields[field].entries()) checkCode(record, `${field}[${i}]`, code);
    checkOnce(record, field, fields[field]);
  }
  for (const field of ["careDomains", "channels", "languages"] as const)
    checkOnce(record, field, fields[field]);
  checkAges(record, fields);
  checkCosts(record, fields);
  for (const [i, text] of fields.requiredDocuments.entries())
    checkLocalizedText(record, `requiredDocuments[${i}]`, text);
  for (const [i, tag] of fields.languages.entries())
    record.check(isLanguageTag(tag), `languages[${i}]`, tag, "a BCP 47 language tag in its usual spelling");
  for (const [i, contact] of fields.contacts.entries()) checkContact(record, `contacts[${i}]`, contact);
  for (const [i, phone] of fields.phones.entries()) checkPhone(record, `phones[${i}]`, phone);
  const isUrl = fields.url === null || /^https?:\/\/[^\s/]+\S*$/.test(fields.url);
  record.check(isUrl, "url", fields.url, "must be an address that begins with https:// or http://");
  checkIdentifiers(record, "externalIdentifiers", fields.externalIdentifiers);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}

/** Whether a source states an age limit: where none does, everybody is let in by lists, and nobody surely is. */
export const statesAgeLimit = ({
  minimumAge,
  maximumAge,
}: Pick<Service, "minimumAge" | "maximumAge">): boolean => minimumAge !== null || maximumAge !== null;

function checkOnce({ check }: Checking, field: string, values: readonly string[]): void {
  check(new Set(values).size === values.length, field, values, "each stands once");
}

function checkAges({ check }: Checking, { minimumAge, maximumAge }: Service): void {
  for (const [field, age] of [
    ["minimumAge", minimumAge],
    ["maximumAge", maximumAge],
  ] as const) {
    const possible = age === null || (Number.isInteger(age) && age >= 0 && age <= highestAge);
    check(possible, field, age, `whole years, 0 to ${highestAge}`);
  }
  const inOrder = minimumAge === null || maximumAge === null || !(minimumAge > maximumAge);
  check(inOrder, "maximumAge", maximumAge, `the lowest age, ${minimumAge}, is above the highest`);
}

function checkCosts(record: Checking, { costOptions, freeOfCharge }: Service): void {
  for (const [i, { option, amount, validFrom, validTo }] of costOptions.entries()) {
    const field = `costOptions[${i}]`;
    checkLocalizedText(record, `${field}.option`, option);
    if (amount) checkMoney(record, `${field}.amount`, amount);
    checkPartialDate(record, `${field}.validFrom`, validFrom);
    checkPartialDate(record, `${field}.validTo`, validTo);
    checkDateOrder(record, `${field}.validTo`, validFrom, validTo);
  }
  const asksMoney = costOptions.some(({ amount }) => amount !== null && amount.cents > 0);
  record.check(
    freeOfCharge !== "YES" || !asksMoney,
    "freeOfCharge",
    freeOfCharge,
    "an option asks money for it",
  );
}

/** Only the usual spelling passes (`it`, `pt-BR`), so that one language is one word. */
export function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
