import type { LocalizedText } from "../../domain/kit/localized-text";
import { NonNull, Nullable, Output } from "./decorators";

@Output("LocalizedText", "Text in Italian and English.")
export class LocalizedTextType implements LocalizedText {
  @NonNull(() => String, "Italian text; always present and official.")
  it!: string;

  @Nullable(() => String, "English text; null without a translation.")
  en!: string | null;
}
