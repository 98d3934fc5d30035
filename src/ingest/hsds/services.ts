import { officeContact } from "../../domain/kit/contact";
import { isPartialDate } from "../../domain/kit/dates";
import { distinct } from "../../domain/kit/distinct";
import type { Status } from "../../domain/kit/status";
import {
  type CostOption,
  createService,
  type FreeOfCharge,
  type Service,
  type ServiceChannel,
} from "../../domain/services/service";
import { finding } from "../kit/problem";
import { contactsOfRows, phonesOfRows } from "./contacts";
import type { HsdsIndex } from "./index-of";
import { languagesOf } from "./languages";
import { linkedTable } from "./older-forms";
import { codeOf, localized } from "./options";
import { isOfHub, organizationIdOf, ownKey, termCodeOf } from "./organizations";
import { type HsdsRow, namesOtherTable, numberOf, textOf } from "./tables";

const statuses: Readonly<Record<string, Status>> = {
  active: "ACTIVE",
  defunct: "DEFUNCT",
  inactive: "INACTIVE",
  "temporarily closed": "TEMPORARILY_CLOSED",
};

export function serviceOf(row: HsdsRow, id: string, index: HsdsIndex): Service {
  const { options } = index;
  const text = (name: string) => localized(textOf(row, name), options);
  const name = text("name") ?? { it: null, en: null };
  const costOptions = costsOf(id, index);
  const phones = phonesOfRows(index.of("phone", "service_id", id), index);
  const [email, organization] = [textOf(row, "email"), organizationIdOf(row)];
  const documents = index.of("required_document", "service_id", id);
  return createService({
    code: codeOf(id, options),
    name,
    alternateName: textOf(row, "alternate_name"),
    description: text("description"),
    organizationCode: organization === null ? null : codeOf(organization, options),
    status: statusOf(row, index),
    lastVerified: assuredOn(row),
    alert: text("alert"),
    // The vocabularies of HSDS are the feed's own.
    serviceTypeCodes: typesOf(id, index),
    ...eligibilityOf(row, id, index),
    applicationProcess: text("application_process"),
    freeOfCharge: freeOf(costOptions),
    fees: feesOf(row, index),
    costOptions,
    requiredDocuments: documents.flatMap((each) => localized(textOf(each, "document"), options) ?? []),
    languages: languagesOf(id, index),
    channels: channelsOf(id, index),
    contacts: [
      ...(email === null ? [] : [officeContact(name, email)]),
      ...contactsOfRows(index.of("contact", "service_id", id), index),
    ],
    phones,
    url: textOf(row, "url"),
    externalIdentifiers: [ownKey(id)],
    sourceCodes: [options.sourceCode],
  });
}

/** A day or an instant: its day. */
const assuredOn = (row: HsdsRow): string | null => {
  const day = textOf(row, "assured_date")?.slice(0, 10) ?? null;
  return day !== null && isPartialDate(day) ? day : null;
};

function statusOf(row: HsdsRow, { report }: HsdsIndex): Status | null {
  const text = textOf(row, "status");
  if (text === null) return null;
  const status = statuses[text.toLowerCase()];
  if (status !== undefined) return status;
  report(row, "ERROR", finding("NOT_A_CODE", "statusUnknown"), "service.status", text);
  return null;
}

/** Of the service and, before HSDS 3, of rows of their own. Ages of several groups are in the text alone. */
function eligibilityOf(row: HsdsRow, id: string, index: HsdsIndex) {
  const groups = index.of("eligibility", "service_id", id);
  const words = [textOf(row, "eligibility_description"), ...groups.map(wordsOfGroup)];
  const of = groups.length === 1 ? groups[0]! : row;
  return {
    minimumAge: ageOf(row, "minimum_age", index) ?? ageOf(of, "minimum_age", index),
    maximumAge: ageOf(row, "maximum_age", index) ?? ageOf(of, "maximum_age", index),
    eligibility: localized(distinct(words.filter((text) => text !== null)).join("\n") || null, index.options),
  };
}

function wordsOfGroup(row: HsdsRow): string | null {
  const ages = [textOf(row, "minimum_age"), textOf(row, "maximum_age")];
  const range = ages.every((age) => age === null) ? null : `(${ages.map((age) => age ?? "").join("-")})`;
  return [textOf(row, "eligibility"), range].filter((part) => part !== null).join(" ") || null;
}

function ageOf(row: HsdsRow, name: string, { report }: HsdsIndex): number | null {
  const age = numberOf(row, name);
  if (age === null || (Number.isInteger(age) && age >= 0)) return age;
  report(row, "ERROR", finding("NOT_A_COUNT", "age"), `service.${name}`, textOf(row, name));
  return null;
}

/** Paid if every option has a price; a mix, or no option at all, is unknown. */
const freeOf = (options: readonly CostOption[]): FreeOfCharge =>
  options.length > 0 && options.every(({ amount }) => amount !== null && amount.cents > 0) ? "NO" : "UNKNOWN";

function feesOf(row: HsdsRow, { options }: HsdsIndex) {
  const said = [textOf(row, "fees_description"), textOf(row, "fees")].filter((text) => text !== null);
  return localized(distinct(said).join("\n") || null, options);
}

function costsOf(id: string, { of, options, report }: HsdsIndex): CostOption[] {
  return of("cost_option", "service_id", id).flatMap((row): CostOption[] => {
    const [said, per] = [textOf(row, "option"), textOf(row, "amount_description")];
    const option = localized(said !== null && per !== null ? `${said} (${per})` : (said ?? per), options);
    if (option === null) {
      report(row, "WARNING", finding("EMPTY_CELL", "costWithoutWords"), "cost_option.option", null);
      return [];
    }
    const [validFrom, validTo] = [textOf(row, "valid_from"), textOf(row, "valid_to")];
    return [{ option, amount: amountOf(row, report), validFrom, validTo }];
  });
}

function amountOf(row: HsdsRow, report: HsdsIndex["report"]): CostOption["amount"] {
  const amount = numberOf(row, "amount");
  const currency = textOf(row, "currency")?.toUpperCase() ?? "";
  if (amount === null) return null;
  const cents = Math.round(amount * 100);
  const isExact = Math.abs(cents - amount * 100) < 1e-6 && amount >= 0 && Number.isSafeInteger(cents);
  if (isExact && /^[A-Z]{3}$/.test(currency)) return { cents, currency };
  report(row, "ERROR", finding("NOT_A_COUNT", "amount"), "cost_option.amount", textOf(row, "amount"));
  return null;
}

/** Terms of the feed's vocabularies that are linked to the service. Attributes of another hub state facts, and no type. */
function typesOf(id: string, index: HsdsIndex): string[] {
  const codes = index.of("attribute", "link_id", id).flatMap((row) => {
    if (!isOfService(row)) return [];
    const term = index.find("taxonomy_term", textOf(row, "taxonomy_term_id") ?? "");
    return term === undefined || isOfHub(term) ? [] : [termCodeOf(term, index).code];
  });
  return distinct(codes);
}

/** Records of different tables may have one key, for example 1: the row names the table of its record. */
export const isOfService = (row: HsdsRow): boolean =>
  !namesOtherTable(textOf(row, linkedTable) ?? textOf(row, "link_entity"), "service");

/** Only from its locations: a physical one is in person, a virtual one is online. */
function channelsOf(id: string, index: HsdsIndex): ServiceChannel[] {
  const types = index.of("service_at_location", "service_id", id).map((row) => {
    const location = index.find("location", textOf(row, "location_id") ?? "");
    return location === undefined ? null : (textOf(location, "location_type")?.toLowerCase() ?? null);
  });
  return [
    ...(types.includes("physical") ? (["IN_PERSON"] as const) : []),
    ...(types.includes("virtual") ? (["ONLINE"] as const) : []),
  ];
}
