/** @jsxImportSource preact */
import type { Language } from "../address/address";
import { useLocation } from "../address/location";

/** A text in the language of the page where a source has it, otherwise in its own. */
export interface ShownText {
  readonly value: string;
  readonly language: "EN" | "IT";
}

/** A variable of operations: the language to read. */
export const textLanguage = (language: Language): ShownText["language"] => (language === "it" ? "IT" : "EN");

/** A text of the data, with its language for readers of the screen. */
export function Words({ text }: { readonly text: ShownText }) {
  const { language } = useLocation();
  const own = text.language.toLowerCase();
  return <span lang={own === language ? undefined : own}>{text.value}</span>;
}
