import type * as z from "zod";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Severity } from "../../domain/quality/quality-rule";
import type { Finding } from "../kit/problem";
import type { hsdsSchema } from "./hsds.schema";
import type { HsdsRow } from "./tables";

/** Facts about a feed that it does not state; the declaration of the source gives them. */
export interface HsdsOptions extends Readonly<z.infer<typeof hsdsSchema>> {
  readonly sourceCode: string;
}

/** Text in another language than Italian is in both languages until it is translated; `null` stays `null`. */
export function localized(text: string | null, { language }: HsdsOptions): LocalizedText | null {
  return text === null ? null : { it: text, en: language === "en" ? text : null };
}

/** The code of a record of a feed: the code of the source, then the key of the feed. */
export const codeOf = (id: string, { sourceCode }: HsdsOptions): string => `${sourceCode}:${id}`;

/** Reports a problem of a row. */
export type Report = (
  row: HsdsRow,
  severity: Severity,
  found: Finding,
  column: string,
  value: unknown,
) => void;
