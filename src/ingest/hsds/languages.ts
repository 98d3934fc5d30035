import { distinct } from "../../domain/kit/distinct";
import { isLanguageTag } from "../../domain/services/service";
import { finding } from "../kit/problem";
import type { HsdsIndex } from "./index-of";
import { textOf } from "./tables";

/** Languages of a service: a code or, before HSDS 3, a code or name in the field `language`. */
export function languagesOf(id: string, { of, report }: HsdsIndex): string[] {
  const tags = of("language", "service_id", id).flatMap((row) => {
    const said = textOf(row, "code") ?? textOf(row, "language") ?? textOf(row, "name");
    const tag = said === null ? null : tagOf(said);
    if (tag !== null) return [tag];
    report(row, "WARNING", finding("NOT_A_CODE", "languageWithoutCode"), "language.code", said);
    return [];
  });
  return distinct(tags);
}

/** `en` and `eng-GB` are tags; longer words are tags too by their form alone, but are names. */
function tagOf(text: string): string | null {
  if (/^[A-Za-z]{2,3}(?:-|$)/.test(text) && isLanguageTag(text)) return text;
  return codesByName().get(text.toLowerCase()) ?? null;
}

let byName: ReadonlyMap<string, string> | undefined;

/** English and Italian names of the languages of ISO 639-1, from the data of Unicode. */
function codesByName(): ReadonlyMap<string, string> {
  byName ??= new Map(
    ["en", "it"].flatMap((locale) => {
      const names = new Intl.DisplayNames([locale], { type: "language", fallback: "none" });
      return twoLetters.flatMap((code) => {
        const name = names.of(code);
        return name === undefined ? [] : [[name.toLowerCase(), code] as const];
      });
    }),
  );
  return byName;
}

const letters = [..."abcdefghijklmnopqrstuvwxyz"];
const twoLetters = letters.flatMap((first) => letters.map((second) => first + second));
