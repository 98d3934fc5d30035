import * as z from "zod";
import { raiseIn } from "./check";
import { text } from "./field";
import { checks } from "./messages/en/checks";

/** Languages of texts, the official one first. */
export const textLanguages = ["it", "en"] as const;
export type TextLanguage = (typeof textLanguages)[number];

/**
 * Text for people in one language or more; `null` is a language that no source gives. `original` is present only where it
 * cannot be derived: in a text that was translated from English.
 */
export interface LocalizedText {
  readonly it: string | null;
  readonly en: string | null;
  readonly original?: TextLanguage | null;
}

const shape = {
  it: text(checks.localizedItalian).nullable().default(null),
  en: text(checks.localizedEnglish).nullable().default(null),
  original: z.enum(textLanguages).nullish(),
};

export const localizedText = () =>
  z
    .strictObject(shape)
    .check(
      raiseIn<LocalizedText>((given, check) => {
        check(given.it !== null || given.en !== null, "it", (texts) => texts.localizedEmpty);
        const isThere = given.original == null || given[given.original] !== null;
        check(isThere, "original", (texts) => texts.localizedOriginal);
      }),
    )
    .overwrite(shortest)
    .readonly();

/** Whether a schema is that of a text in several languages. */
export const isLocalized = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject && Object.keys(schema.shape).join() === Object.keys(shape).join();

/** One form for each text: equal texts are equal records. */
function shortest({ it, en, original }: LocalizedText): LocalizedText {
  return original === "en" && it !== null ? { it, en, original } : { it, en };
}

/** The language in which the source wrote the text. Without a mark it is the first of `textLanguages` that it has. */
export const originalOf = (given: LocalizedText): TextLanguage =>
  given.original ?? textLanguages.find((language) => given[language] !== null) ?? textLanguages[0];

/** The text in a language; in its original language if no source gives it in the wanted one. */
export function textIn(
  given: LocalizedText,
  wanted: TextLanguage,
): { value: string; language: TextLanguage } {
  const language = given[wanted] === null ? originalOf(given) : wanted;
  return { value: given[language] ?? "", language };
}

/** The same for tables of plain values. */
export const valueIn = (given: LocalizedText | null, wanted: TextLanguage): string | null =>
  given && textIn(given, wanted).value;

/** A text that a source gives in one language. */
export const writtenIn = (language: TextLanguage, value: string): LocalizedText => ({
  it: language === "it" ? value : null,
  en: language === "en" ? value : null,
});

/** Texts one after the other, in the languages that all of them have; without such a language each in its own. */
export function joinedText(texts: readonly LocalizedText[]): LocalizedText | null {
  const [first] = texts;
  if (first === undefined) return null;
  const joined = (wanted: TextLanguage) => texts.map((each) => textIn(each, wanted).value).join(" ");
  const [it, en] = textLanguages.map((language) =>
    texts.every((each) => each[language] !== null) ? joined(language) : null,
  ) as [string | null, string | null];
  return it === null && en === null ? writtenIn(originalOf(first), joined(originalOf(first))) : { it, en };
}
