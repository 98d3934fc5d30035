import { checkCode, checking, checkSources } from "../kit/check";
import { checkDateOrder, checkPartialDate, type PartialDate } from "../kit/dates";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";
import { type BudgetVersion, checkBudgetVersion } from "./budget";

const governanceFunctions = [
  "COORDINATION",
  "INVOLVED_UNIT",
  "MANAGING_AUTHORITY",
  "OPERATIONAL_GROUP",
  "OWNER",
  "SCIENTIFIC_SUPPORT",
] as const;
export type GovernanceFunction = (typeof governanceFunctions)[number];

/** Who does what in the governance of a strategy (org:Membership). */
export interface GovernanceRole {
  readonly function: GovernanceFunction;
  readonly organizationCode: string;
  readonly description: LocalizedText | null;
  readonly sourceCodes: readonly string[];
}

/** An area as the strategy names it, with the statistical area that it refers to. */
export interface TargetArea {
  readonly name: string;
  readonly areaCode: string;
  readonly note: LocalizedText | null;
}

/** A sustainable urban development strategy: what a city promises to do, where, with what money. */
export interface Strategy {
  readonly code: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly keywords: readonly LocalizedText[];
  readonly programme: string;
  /** Codes of the EU specific objectives, for example `RSO5.1`. */
  readonly specificObjectives: readonly string[];
  readonly periodFrom: PartialDate;
  readonly periodTo: PartialDate;
  readonly targetAreas: readonly TargetArea[];
  readonly targetPopulation: LocalizedText | null;
  readonly engagement: LocalizedText | null;
  readonly governance: readonly GovernanceRole[];
  /** Oldest first; the last is the one in force. */
  readonly budgetVersions: readonly BudgetVersion[];
  readonly sourceCodes: readonly string[];
}

export function createStrategy(fields: Strategy): Strategy {
  const record = checking("Strategy", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkLocalizedText(record, "name", fields.name);
  checkLocalizedText(record, "description", fields.description);
  checkPartialDate(record, "periodFrom", fields.periodFrom);
  checkPartialDate(record, "periodTo", fields.periodTo);
  checkDateOrder(record, "periodTo", fields.periodFrom, fields.periodTo);
  for (const [i, area] of fields.targetAreas.entries())
    checkCode(record, `targetAreas[${i}].areaCode`, area.areaCode);
  for (const [i, role] of fields.governance.entries()) {
    checkCode(record, `governance[${i}].organizationCode`, role.organizationCode);
  }
  for (const [i, version] of fields.budgetVersions.entries())
    checkBudgetVersion(record, `budgetVersions[${i}]`, version);
  const labels = fields.budgetVersions.map((v) => v.label);
  record.check(
    new Set(labels).size === labels.length,
    "budgetVersions",
    labels,
    "each version has a label of its own",
  );
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
