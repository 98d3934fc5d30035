import type { LocalizedText } from "../../domain/kit/localized-text";
import { nonNull, nullable, output } from "./output";

export const LocalizedTextType = output<LocalizedText>("LocalizedText", "Text in Italian and English.", {
  it: nonNull(() => String, "Italian text; always present and official."),
  en: nullable(() => String, "English text; null without a translation."),
});
