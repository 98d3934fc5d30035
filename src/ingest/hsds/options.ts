import type { LocalizedText } from "../../domain/kit/localized-text";
import type { OrganizationKind } from "../../domain/places/organization";
import type { Severity } from "../../domain/quality/quality-rule";
import type { Finding } from "../kit/problem";
import type { HsdsRow } from "./tables";

/** Facts about a feed that it does not state; the declaration of the source gives them. */
export interface HsdsOptions {
  readonly sourceCode: string;
  /** HSDS has no field for the kind of organisation. */
  readonly organizationKind: OrganizationKind;
  /** IANA zone of hours without one. */
  readonly timezone: string;
  /**
   * Language of the texts. Texts in another language than Italian appear in both languages until they are translated.
   */
  readonly language: "en" | "it";
}

/** Text of the feed in the hub's form; `null` stays `null`. */
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
