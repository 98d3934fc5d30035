import type { DataQualityIssue, EntityRef } from "../../domain/quality/data-quality-issue";
import type { QualityRule } from "../../domain/quality/quality-rule";
import { ruleText } from "../../domain/quality/quality-rule";
import type { RecordRef } from "../../storage/records/record-state";
import { findRecord } from "../kit/find-node";
import type { Records } from "../kit/records";

/** How a record is corrected: a mutation, and its variables to fill in and send. */
export interface Correction {
  readonly issue: DataQualityIssue;
  /** For example `updateCentre`. */
  readonly mutation: string;
  /** The field of the input that the issue is about; `null` if the rule does not say. */
  readonly field: string | null;
  readonly variables: object;
}

/** A field of an input with the field of the record. */
type EditedField = readonly [input: string, record: string];

/** The field that a rule is about, as mutations and records call it. */
const fieldOfRule: Readonly<Partial<Record<QualityRule, EditedField>>> = {
  AREA_MISMATCH: ["declaredArea", "declaredAreaCode"],
  COORDINATES_DISAGREE: ["position", "position"],
  NOT_A_COORDINATE: ["position", "position"],
  NOT_A_PHONE: ["phones", "phones"],
  PHONE_WITHOUT_PREFIX: ["phones", "phones"],
  POINT_OUTSIDE_CITY: ["position", "position"],
  POINT_PROPOSED: ["position", "position"],
  POINTS_DISAGREE: ["position", "position"],
  POSSIBLE_SAME_CENTRE: ["distinctFrom", "distinctFromCodes"],
  UNKNOWN_AREA: ["declaredArea", "declaredAreaCode"],
};

const hoursRules: readonly QualityRule[] = ["HOURS_NOT_UNDERSTOOD", "HOURS_WHILE_CLOSED"];
const closures: EditedField = ["closuresText", "closuresText"];
const hours: EditedField = ["openingHoursText", "openingHoursText"];

/** @param entity the record of the issue: one that exists and that a mutation changes. */
export function correctionOf(issue: DataQualityIssue, entity: EntityRef, records: Records): Correction {
  const { rule, value } = issue;
  const record = findRecord(entity, records) as Readonly<Record<string, unknown>> | null;
  const isClosures = value !== null && record?.closuresText === value;
  const known = hoursRules.includes(rule) ? (isClosures ? closures : hours) : fieldOfRule[rule];
  const field = record !== null && known !== undefined && known[1] in record ? known : null;
  const input = {
    code: entity.code,
    expectedVersion: records.state(entity as RecordRef)?.version ?? null,
    reason: ruleText(rule, "meaning").en,
    fields: field === null ? {} : { [field[0]]: record?.[field[1]] ?? null },
  };
  return { issue, mutation: `update${entity.type}`, field: field?.[0] ?? null, variables: { input } };
}
