import { checkCode, checking, checkSources } from "../kit/check";
import { checkPartialDate, type PartialDate } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import type { AreaLevel } from "../places/area";
import type { IndicatorDefinition } from "./indicator";

/** State of a number, after the SDMX code lists CL_OBS_STATUS and CL_CONF_STATUS. */
export const observationStatuses = [
  "NORMAL",
  "ESTIMATED",
  "PROVISIONAL",
  "MISSING",
  "CONFIDENTIAL",
  "BREAK",
] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

/** How many parts a total should have and how many were there to be summed. */
export interface Coverage {
  readonly expected: number;
  readonly present: number;
}

/** One number: an indicator, an area, a period. */
export interface Observation {
  readonly indicatorCode: string;
  readonly areaCode: string;
  readonly areaLevel: AreaLevel;
  readonly period: PartialDate;
  /** `null` exactly when the status is MISSING or CONFIDENTIAL; never 0 for unknown. */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly status: ObservationStatus;
  /** Why there is no value, or what to know about it. */
  readonly note: LocalizedText | null;
  /** For a total over areas; `null` for a value that was published as it is. */
  readonly coverage: Coverage | null;
  readonly sourceCodes: readonly string[];
}

/** The reason where there is no observation at all. */
export const noValue: LocalizedText = {
  it: "L'hub non ha un valore per questo periodo.",
  en: "The hub has no value for this period.",
};

/** The public key: `<indicator>@<area>@<period>`. */
export const observationCode = (o: Pick<Observation, "indicatorCode" | "areaCode" | "period">): string =>
  `${o.indicatorCode}@${o.areaCode}@${o.period}`;

export function createObservation(fields: Observation): Observation {
  const record = checking("Observation", observationCode(fields), fields);
  checkCode(record, "indicatorCode", fields.indicatorCode);
  checkCode(record, "areaCode", fields.areaCode);
  checkPartialDate(record, "period", fields.period);
  const { value, numerator, denominator, status, coverage } = fields;
  record.check(
    value === null || Number.isFinite(value),
    "value",
    value,
    "a finite number, or null when unknown",
  );
  const withoutValue = status === "MISSING" || status === "CONFIDENTIAL";
  record.check(
    (value === null) === withoutValue,
    "status",
    `${status} with value ${value}`,
    "no value means MISSING or CONFIDENTIAL, and only that",
  );
  record.check(!withoutValue || fields.note !== null, "note", fields.note, "a missing value says why");
  record.check(
    (numerator === null) === (denominator === null),
    "numerator",
    numerator,
    "numerator and denominator come together",
  );
  record.check(
    [numerator, denominator].every((part) => part === null || Number.isFinite(part)),
    "numerator",
    [numerator, denominator],
    "numerator and denominator are finite numbers",
  );
  record.check(
    denominator === null || denominator !== 0 || value === null,
    "denominator",
    denominator,
    "nothing is divided by 0",
  );
  record.check(
    coverage === null || isCoverage(coverage),
    "coverage",
    coverage,
    "whole numbers, present is 0 to expected",
  );
  checkSources(record, fields.sourceCodes);
  return record.passed();
}

const isCoverage = ({ present, expected }: Coverage): boolean =>
  Number.isSafeInteger(present) && Number.isSafeInteger(expected) && present >= 0 && present <= expected;

/**
 * The observation of a ratio from the observations of its parts: value = factor * numerator / denominator
 * (docs/methods.md). Missing parts give a missing ratio that says which; a denominator of 0 gives none at all.
 * A part that is not NORMAL hands its status and note on.
 */
export function ratioObservation(
  definition: IndicatorDefinition,
  numerator: Observation,
  denominator: Observation,
): Observation {
  const { factor } = definition;
  const reason = missingReason(numerator, denominator);
  const known = reason === null && factor !== null;
  const weaker = numerator.status === "NORMAL" ? denominator : numerator;
  return createObservation({
    indicatorCode: definition.code,
    areaCode: numerator.areaCode,
    areaLevel: numerator.areaLevel,
    period: numerator.period,
    value: known ? (factor * numerator.value!) / denominator.value! : null,
    numerator: known ? numerator.value : null,
    denominator: known ? denominator.value : null,
    status: known ? weaker.status : "MISSING",
    note: known
      ? weaker.note
      : (reason ?? { it: "Definizione senza fattore.", en: "The definition has no factor." }),
    coverage: narrower(numerator.coverage, denominator.coverage),
    sourceCodes: [...new Set([...numerator.sourceCodes, ...denominator.sourceCodes])],
  });
}

function missingReason(numerator: Observation, denominator: Observation): LocalizedText | null {
  const missing = [numerator, denominator].filter((o) => o.value === null).map((o) => o.indicatorCode);
  if (missing.length > 0)
    return { it: `Manca: ${missing.join(", ")}.`, en: `Not available: ${missing.join(", ")}.` };
  if (denominator.value === 0)
    return { it: `${denominator.indicatorCode} è 0.`, en: `${denominator.indicatorCode} is 0.` };
  return null;
}

/** The one with the smaller share of its parts: 8 of 9 is wider than 60 of 88. */
const narrower = (a: Coverage | null, b: Coverage | null): Coverage | null =>
  a !== null && b !== null ? (a.present * b.expected <= b.present * a.expected ? a : b) : (a ?? b);
