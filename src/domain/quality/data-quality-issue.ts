import { checkCode, checking, checkText } from "../kit/check";
import { type QualityRule, qualityRuleNames, type Severity, severities } from "./quality-rule";

/** A record by the name of its type and its code, for example `Centre` and `ds3017:10`. */
export interface EntityRef {
  readonly type: string;
  readonly code: string;
}

/** Codes of the open and resolved issues of a record. Derived from the issues; no source states it. */
export interface RecordIssues {
  readonly entity: EntityRef;
  readonly issueCodes: readonly string[];
}

/** Something wrong with one place of a file, from the import that first found it to the one that no longer did. */
export interface DataQualityIssue {
  /** The same fault of the same file keeps its code over imports, also when its row moves. */
  readonly code: string;
  readonly rule: QualityRule;
  readonly severity: Severity;
  /** The record concerned; `null` if the row gave no record, and for the file as a whole. */
  readonly entity: EntityRef | null;
  /** The organisation responsible for the file; `null` if none is known. */
  readonly organizationCode: string | null;
  readonly sourceCode: string;
  /** Line of a CSV file, from 1; index of a GeoJSON feature, from 0; `null` for the file as a whole. */
  readonly line: number | null;
  readonly column: string | null;
  /** The text of the cell, word for word, at most 200 characters. */
  readonly value: string | null;
  /** What is wrong here, in English. The meaning of the rule is `ruleText`. */
  readonly message: string;
  /** The same in Italian. */
  readonly messageIt: string;
  /** Instant of the import that first found it. */
  readonly firstSeen: string;
  /** Instant of the import of the same source that no longer found it; `null` while it stands. */
  readonly resolvedAt: string | null;
}

/** Characters of a value that are kept. */
export const mostShown = 200;

export function createDataQualityIssue(fields: DataQualityIssue): DataQualityIssue {
  const record = checking("DataQualityIssue", fields.code, fields);
  const { entity, organizationCode, line, value } = fields;
  checkCode(record, "code", fields.code);
  checkCode(record, "sourceCode", fields.sourceCode);
  record.check(qualityRuleNames.includes(fields.rule), "rule", fields.rule, "must be a rule of the hub");
  record.check(severities.includes(fields.severity), "severity", fields.severity, "must be a severity");
  if (entity !== null) {
    const isType = /^[A-Z][A-Za-z]*$/.test(entity.type);
    record.check(isType, "entity.type", entity.type, "must be the name of a type");
    checkText(record, "entity.code", entity.code);
  }
  if (organizationCode !== null) checkCode(record, "organizationCode", organizationCode);
  record.check(
    line === null || (Number.isInteger(line) && line >= 0),
    "line",
    line,
    "lines count from 0 or 1",
  );
  const isShort = value === null || [...value].length <= mostShown;
  record.check(isShort, "value", value, `at most ${mostShown} characters are kept`);
  checkText(record, "message", fields.message);
  checkText(record, "messageIt", fields.messageIt);
  return record.passed();
}
