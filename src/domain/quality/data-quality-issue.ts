import * as z from "zod";
import { choice, code, group, optional, text, whole } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { checks } from "../kit/messages/en/checks";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { qualityRuleNames, severities } from "./quality-rule";

const entityRef = group({
  type: z.string().regex(/^[A-Z][A-Za-z]*$/, checks.typeName),
  code: text(),
});

/** Type and code of a record, for example `Centre` and `ds3017:10`. */
export type EntityRef = z.output<typeof entityRef>;

/** Codes of the open and resolved issues of a record, derived from the issues. */
export interface RecordIssues {
  readonly entity: EntityRef;
  readonly issueCodes: readonly string[];
}

/** Stored characters of a value. */
export const mostShown = 200;

export const dataQualityIssueRecord = defineRecord("DataQualityIssue", {
  /** The same problem of a file keeps its code over imports, also when its row moves. */
  code: ownCode(),
  rule: z.enum(qualityRuleNames),
  severity: choice(severities),
  /** `null` when the row gave no record, and for the file as a whole. */
  entity: optional(entityRef),
  /** The publisher of the file; `null` when unknown. */
  organizationCode: optional(code("organizations")),
  sourceCode: code("SET_BY_HUB"),
  /** Line of a CSV file, from 1; index of a GeoJSON feature, from 0; `null` for the file as a whole. */
  line: optional(whole(0)),
  column: optional(z.string()),
  /** The text of the cell, word for word, at most 200 characters. */
  value: optional(
    z.string().refine((value) => [...value].length <= mostShown, {
      params: { rule: (texts: typeof checks) => texts.characters({ most: mostShown }) },
    }),
  ),
  /** The problem in this place. `ruleText` has the meaning of the rule. */
  message: localizedText(),
  /** Instant of the import that first found it. */
  firstSeen: z.string(),
  /** Instant of the import of the same source that no longer found it; `null` while it is open. */
  resolvedAt: optional(z.string()),
});

/** A problem in one place of a file, from the import that found it to the one that no longer did. */
export interface DataQualityIssue extends RecordOf<typeof dataQualityIssueRecord> {}

export const createDataQualityIssue = dataQualityIssueRecord.create;
