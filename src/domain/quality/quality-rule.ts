import type { LocalizedText } from "../kit/localized-text";
import { rules as en } from "../kit/messages/en/rules";
import { rules as it } from "../kit/messages/it/rules";

/** ERROR: could not be imported. WARNING: imported as it is, but looks wrong. NOTICE: good to know. */
export const severities = ["ERROR", "WARNING", "NOTICE"] as const;
export type Severity = (typeof severities)[number];

/** What an import checks. */
export type QualityRule = keyof typeof en;

export const qualityRuleNames = Object.keys(en) as readonly QualityRule[];

/** What a rule means, or how to correct what it finds, in words for the people who keep the files. */
export const ruleText = (rule: QualityRule, text: "meaning" | "remedy"): LocalizedText => ({
  it: it[rule][text],
  en: en[rule][text],
});
