import type { LocalizedText } from "../../domain/kit/localized-text";
import type { OrganizationKind } from "../../domain/places/organization";
import type { Severity } from "../../domain/quality/quality-rule";
import { type Finding, type LineProblem, problem } from "../kit/problem";
import type { HsdsRow } from "./tables";

/** What a feed does not say of itself and whoever declares it as a source must know. */
export interface HsdsOptions {
  readonly sourceCode: string;
  /** HSDS has no field for what kind of body an organisation is. */
  readonly organizationKind: OrganizationKind;
  /** IANA zone of hours that name none. */
  readonly timezone: string;
  /** Language of the texts. Where it is not Italian the words stand in both languages until somebody translates them. */
  readonly language: "en" | "it";
}

/** Text of the feed in the hub's form; `null` stays `null`. */
export function localized(text: string | null, { language }: HsdsOptions): LocalizedText | null {
  return text === null ? null : { it: text, en: language === "en" ? text : null };
}

/** The code of a record of a feed: the key of the feed, behind the source that gives it. */
export const codeOf = (id: string, { sourceCode }: HsdsOptions): string => `${sourceCode}:${id}`;

export const problemAt = (
  row: HsdsRow | null,
  severity: Severity,
  found: Finding,
  column: string,
  value: unknown,
): LineProblem => ({ line: row?.line ?? null, ...problem(severity, found, column, value) });
