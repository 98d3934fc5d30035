import type { LocalizedText } from "../../domain/kit/localized-text";
import { NonNull, Nullable, Output } from "./decorators";

@Output("LocalizedText", "Text that people read, in Italian and English.")
export class LocalizedTextType implements LocalizedText {
  @NonNull(() => String, "The Italian text: always there, and the official one.")
  it!: string;

  @Nullable(() => String, "The English text; null until somebody translates it.")
  en!: string | null;
}
