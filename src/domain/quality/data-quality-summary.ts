import type { DataQualityIssue } from "./data-quality-issue";
import { qualityRuleNames, severities } from "./quality-rule";

export const qualityGroupings = ["ORGANIZATION", "RULE", "SEVERITY", "SOURCE"] as const;
export type QualityGrouping = (typeof qualityGroupings)[number];

/** The fields of an issue that a summary groups by. */
export type CountedIssue = Pick<DataQualityIssue, "rule" | "severity" | "sourceCode" | "organizationCode">;

export interface QualityGroup {
  readonly groupBy: QualityGrouping;
  /** Rule, severity or code; `null` for the issues without a responsible organisation. */
  readonly key: string | null;
  readonly standing: number;
  readonly resolved: number;
}

const keyOf: Readonly<Record<QualityGrouping, (issue: CountedIssue) => string | null>> = {
  ORGANIZATION: ({ organizationCode }) => organizationCode,
  RULE: ({ rule }) => rule,
  SEVERITY: ({ severity }) => severity,
  SOURCE: ({ sourceCode }) => sourceCode,
};

/** Groups that appear with a count of 0 too: the rule was checked and found nothing. */
const always: Readonly<Partial<Record<QualityGrouping, readonly string[]>>> = {
  RULE: qualityRuleNames,
  SEVERITY: severities,
};

/** Counts of issues by rule, severity, source or organisation, in the order of severity, else of keys. */
export function summariseIssues(
  groupBy: QualityGrouping,
  standing: readonly CountedIssue[],
  resolved: readonly CountedIssue[],
): QualityGroup[] {
  const [open, closed] = [standing, resolved].map((issues) => counted(issues.map(keyOf[groupBy])));
  const found = [...new Set([...open!.keys(), ...closed!.keys()])].sort(nullLast);
  return (always[groupBy] ?? found).map((key) => ({
    groupBy,
    key,
    standing: open!.get(key) ?? 0,
    resolved: closed!.get(key) ?? 0,
  }));
}

function counted(keys: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const nullLast = (a: string | null, b: string | null): number =>
  a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
