import { type LocalizedText, originalOf, textIn } from "../../domain/kit/localized-text";
import { usually } from "./argument";
import { fields, fieldWith, neverNull, nonNullField } from "./declare";
import { nonNull, nullable, output } from "./output";
import { TextLanguageEnum } from "./text-language.enum";

export const LocalizedTextType = output<LocalizedText, "original">(
  "LocalizedText",
  "Text in Italian, in English or in both. The hub translates nothing.",
  {
    it: nullable(
      () => String,
      "Italian text; null if no source gives one. Texts of the hub itself always have it.",
    ),
    en: nullable(() => String, "English text; null without a translation."),
  },
);

const TextInLanguageType = output<ReturnType<typeof textIn>>(
  "TextInLanguage",
  "Text with its language, for example for the attribute `lang` of a page.",
  {
    value: nonNull(() => String, "The text."),
    language: nonNull(
      () => TextLanguageEnum,
      "Its language; another one than the requested one after a fallback.",
    ),
  },
);

fields<LocalizedText>(() => LocalizedTextType, {
  original: nonNullField(() => TextLanguageEnum, "Language in which the source wrote the text.", originalOf),
  text: neverNull(
    fieldWith(
      () => TextInLanguageType,
      "Text in one language. If no source gives it in that language, it is the original, with its own `language`.",
      { language: usually(() => TextLanguageEnum, "it", "Language to read.") },
      (text: LocalizedText, { language }) => textIn(text, language),
    ),
  ),
});
