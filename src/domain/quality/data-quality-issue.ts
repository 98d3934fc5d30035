import * as z from "zod";
import { choice, code, group, optional, text, whole } from "../kit/field";
import { checks } from "../kit/messages/en/checks";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { qualityRuleNames, severities } from "./quality-rule";

const entityRef = group({
  type: z.string().regex(/^[A-Z][A-Za-z]*$/, checks.typeName),
  code: text(),
});

/** A record by the name of its type and its code, for example `Centre` and `ds3017:10`. */
export type EntityRef = z.output<typeof entityRef>;

/** Codes of the open and resolved issues of a record. Derived from the issues; no source states it. */
export interface RecordIssues {
  readonly entity: EntityRef;
  readonly issueCodes: readonly string[];
}

/** Characters of a value that are kept. */
export const mostShown = 200;

export const dataQualityIssueRecord = defineRecord("DataQualityIssue", {
  /** The same fault of the same file keeps its code over imports, also when its row moves. */
  code: ownCode(),
  rule: z.enum(qualityRuleNames),
  severity: choice(severities),
  /** The record concerned; `null` where no record came of the row, and for the file as a whole. */
  entity: optional(entityRef),
  /** The organisation that publishes the file; `null` where none is known. */
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
  /** What is wrong here, in English. The meaning of the rule is `ruleText`. */
  message: text(),
  /** The same in Italian. */
  messageIt: text(),
  /** Instant of the import that first found it. */
  firstSeen: z.string(),
  /** Instant of the import of the same source that no longer found it; `null` while it stands. */
  resolvedAt: optional(z.string()),
});

/** Something wrong with one place of a file, from the import that first found it to the one that no longer did. */
export interface DataQualityIssue extends RecordOf<typeof dataQualityIssueRecord> {}

export const createDataQualityIssue = dataQualityIssueRecord.create;
