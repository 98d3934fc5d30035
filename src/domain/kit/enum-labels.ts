import type { LocalizedText } from "./localized-text";
import { labels as en } from "./messages/en/labels";
import { labels as it } from "./messages/it/labels";

type Labels = typeof en;

/** Names of the enums whose labels are those of exactly these words. */
export type EnumWithLabels<Word extends string> = {
  readonly [Name in keyof Labels]: [Word, keyof Labels[Name]] extends [keyof Labels[Name], Word]
    ? Name
    : never;
}[keyof Labels];

/** The label of a word in an enum of the API; every word has one, since the enum would not compile without it. */
export const labelOf = (name: string, word: string): LocalizedText => ({
  it: (it as LabelsByName)[name]![word]!,
  en: (en as LabelsByName)[name]![word]!,
});

type LabelsByName = Readonly<Record<string, Readonly<Record<string, string>>>>;
