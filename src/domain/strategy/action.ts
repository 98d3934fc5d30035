import { checkCode, checking, checkSources } from "../kit/check";
import { checkPartialDate, type PartialDate } from "../kit/dates";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";
import { checkCup } from "./cup";

const actionKinds = ["GOVERNANCE", "IMMATERIAL", "MATERIAL", "TECHNICAL_ASSISTANCE"] as const;
export type ActionKind = (typeof actionKinds)[number];

const actionStatuses = ["CANCELLED", "COMPLETED", "ONGOING", "PLANNED", "SUSPENDED"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** How far an action has come, and by whose word. */
export interface ActionProgress {
  /** Physical progress, 0 to 100. */
  readonly percent: number;
  readonly asOf: PartialDate;
  readonly sourceCode: string;
}

/** Something that a strategy does: works, services, training, governance. */
export interface Action {
  readonly code: string;
  readonly strategyCode: string;
  readonly name: LocalizedText;
  readonly kind: ActionKind;
  /** `null` where no source says. */
  readonly status: ActionStatus | null;
  readonly description: LocalizedText | null;
  readonly leadOrganizationCode: string | null;
  /** Organisations that a source names for this very action, without its lead. */
  readonly partnerCodes: readonly string[];
  readonly centreCodes: readonly string[];
  /** Areas that a source names for it; empty means that none does, not that it reaches nobody. */
  readonly areaCodes: readonly string[];
  /** Project codes in the Italian register of public investment. */
  readonly cups: readonly string[];
  readonly progress: ActionProgress | null;
  readonly sourceCodes: readonly string[];
}

export function createAction(fields: Action): Action {
  const record = checking("Action", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkCode(record, "strategyCode", fields.strategyCode);
  checkLocalizedText(record, "name", fields.name);
  if (fields.description !== null) checkLocalizedText(record, "description", fields.description);
  if (fields.leadOrganizationCode !== null)
    checkCode(record, "leadOrganizationCode", fields.leadOrganizationCode);
  for (const field of ["partnerCodes", "centreCodes", "areaCodes", "cups"] as const) {
    const named = fields[field];
    record.check(new Set(named).size === named.length, field, named, "each stands once");
    for (const [i, code] of named.entries())
      field === "cups" ? checkCup(record, `cups[${i}]`, code) : checkCode(record, `${field}[${i}]`, code);
  }
  record.check(
    fields.leadOrganizationCode === null || !fields.partnerCodes.includes(fields.leadOrganizationCode),
    "partnerCodes",
    fields.partnerCodes,
    "the lead is no partner besides",
  );
  if (fields.progress !== null) {
    const { percent, asOf, sourceCode } = fields.progress;
    record.check(percent >= 0 && percent <= 100, "progress.percent", percent, "0 to 100");
    checkPartialDate(record, "progress.asOf", asOf);
    checkCode(record, "progress.sourceCode", sourceCode);
  }
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
