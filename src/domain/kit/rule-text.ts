import type { LocalizedText } from "./localized-text";

/** What a rule finds, and what whoever keeps the file can do about it. */
export interface RuleText {
  readonly meaning: LocalizedText;
  readonly remedy: LocalizedText;
}

export const rule = (it: string, en: string, remedyIt: string, remedyEn: string): RuleText => ({
  meaning: { it, en },
  remedy: { it: remedyIt, en: remedyEn },
});
