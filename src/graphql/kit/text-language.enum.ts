import type { TextLanguage } from "../../domain/kit/localized-text";
import { enumType } from "./enum-type";

export const TextLanguageEnum = enumType<TextLanguage>("TextLanguage", "Language of a text.", {
  en: "English.",
  it: "Italian, the official language of the hub.",
});
