import { type Checking, checkCode, checking, checkSources, checkText } from "../kit/check";
import { checkPartialDate, type PartialDate } from "../kit/dates";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";
import { disclosureThreshold, isDisclosable, isSafeSum } from "../statistics/disclosure";

const engagementKinds = ["ASSEMBLY", "CO_DESIGN", "ONLINE_PROCESS", "SURVEY", "WALK", "WORKSHOP"] as const;
export type EngagementKind = (typeof engagementKinds)[number];

/** How many of one age class took part. A small count is held back: `count` null and `suppressed` true. */
export interface AgeClassCount {
  /** For example `65-74` or `80+`. */
  readonly ageClass: string;
  readonly count: number | null;
  readonly suppressed: boolean;
}

/** Who took part, as counts only: no person ever enters the hub. */
export interface Participants {
  /** `null` where it is not known or held back. */
  readonly total: number | null;
  /** Classes that together hold everybody; empty where the source gives none. */
  readonly byAgeClass: readonly AgeClassCount[];
}

/** An occasion at which residents and stakeholders take part in a strategy. */
export interface EngagementEvent {
  readonly code: string;
  readonly strategyCode: string;
  readonly name: LocalizedText;
  readonly kind: EngagementKind;
  readonly date: PartialDate;
  readonly areaCode: string;
  readonly centreCode: string | null;
  readonly participants: Participants | null;
  readonly sourceCodes: readonly string[];
}

export function createEngagementEvent(fields: EngagementEvent): EngagementEvent {
  const record = checking("EngagementEvent", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkCode(record, "strategyCode", fields.strategyCode);
  checkLocalizedText(record, "name", fields.name);
  checkPartialDate(record, "date", fields.date);
  checkCode(record, "areaCode", fields.areaCode);
  if (fields.centreCode !== null) checkCode(record, "centreCode", fields.centreCode);
  if (fields.participants !== null) checkParticipants(record, fields.participants);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}

/** Nothing may be told of a group below the threshold, neither by its count nor by subtraction. */
function checkParticipants(record: Checking, { total, byAgeClass }: Participants): void {
  const rule = `a whole number of at least ${disclosureThreshold}; hold back what is smaller`;
  record.check(total === null || isDisclosable(total), "participants.total", total, rule);
  for (const [i, { ageClass, count, suppressed }] of byAgeClass.entries()) {
    const field = `participants.byAgeClass[${i}]`;
    checkText(record, `${field}.ageClass`, ageClass);
    record.check(
      suppressed ? count === null : count !== null && isDisclosable(count),
      `${field}.count`,
      count,
      suppressed ? "a suppressed count is null" : rule,
    );
  }
  const classes = byAgeClass.map(({ ageClass }) => ageClass);
  record.check(
    new Set(classes).size === classes.length,
    "participants.byAgeClass",
    classes,
    "each class stands once",
  );
  if (total === null || byAgeClass.length === 0) return;
  const hidden = byAgeClass.filter(({ suppressed }) => suppressed).length;
  const rest = total - byAgeClass.reduce((sum, { count }) => sum + (count ?? 0), 0);
  record.check(
    hidden === 0 ? rest === 0 : isSafeSum(hidden, rest),
    "participants.total",
    total,
    `the classes leave ${rest}: without suppressed classes that is 0, else at least ${disclosureThreshold} over two or more, and not 1 or ${disclosureThreshold - 1} for each of them`,
  );
}
