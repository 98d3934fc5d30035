import type { LocalizedText } from "../kit/localized-text";
import { rules as en } from "../kit/messages/en/rules";
import { rules as it } from "../kit/messages/it/rules";

/** ERROR: not imported. WARNING: imported unchanged, but probably wrong. NOTICE: for information. */
export const severities = ["ERROR", "WARNING", "NOTICE"] as const;
export type Severity = (typeof severities)[number];

export type QualityRule = keyof typeof en;

export const qualityRuleNames = Object.keys(en) as readonly QualityRule[];

/** For the people who maintain the files. */
export const ruleText = (rule: QualityRule, text: "meaning" | "remedy"): LocalizedText => ({
  it: it[rule][text],
  en: en[rule][text],
});
