import type * as z from "zod";
import { type LocalizedText, type TextLanguage, writtenIn } from "../../domain/kit/localized-text";
import type { Severity } from "../../domain/quality/quality-rule";
import type { Finding } from "../kit/problem";
import type { hsdsSchema } from "./hsds.schema";
import type { HsdsRow } from "./tables";

/** Facts about a feed that it does not state; the declaration of the source gives them. */
export interface HsdsOptions extends Readonly<Omit<z.infer<typeof hsdsSchema>, "language">> {
  readonly language: TextLanguage;
  readonly sourceCode: string;
}

/** A text of the feed in its language only: the hub translates nothing. `null` stays `null`. */
export const localized = (text: string | null, { language }: HsdsOptions): LocalizedText | null =>
  text === null ? null : writtenIn(language, text);

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
