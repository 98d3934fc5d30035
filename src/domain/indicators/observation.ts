import * as z from "zod";
import { choice, code, group, number, optional, partialDate, sources } from "../kit/field";
import { type LocalizedText, localizedText } from "../kit/localized-text";
import { defineRecord, type RecordOf } from "../kit/record";
import { areaLevels } from "../places/area";
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

const coverage = group({ expected: z.number(), present: z.number() }, ({ present, expected }, check) =>
  check(
    Number.isSafeInteger(present) && Number.isSafeInteger(expected) && present >= 0 && present <= expected,
    "",
    (text) => text.coverage,
  ),
);

/** How many parts a total should have and how many were there to be summed. */
export type Coverage = z.output<typeof coverage>;

/** The public key: `<indicator>@<area>@<period>`. */
export const observationCode = (
  o: Readonly<Record<"indicatorCode" | "areaCode" | "period", string>>,
): string => `${o.indicatorCode}@${o.areaCode}@${o.period}`;

export const observationRecord = defineRecord(
  "Observation",
  {
    indicatorCode: code("indicators"),
    areaCode: code("areas"),
    areaLevel: choice(areaLevels),
    period: partialDate(),
    /** `null` exactly when the status is MISSING or CONFIDENTIAL; never 0 for unknown. */
    value: optional(number()),
    numerator: optional(number()),
    denominator: optional(number()),
    status: choice(observationStatuses),
    /** Why there is no value, or what to know about it. */
    note: optional(localizedText()),
    /** For a total over areas; `null` for a value that was published as it is. */
    coverage: optional(coverage),
    sourceCodes: sources(),
  },
  ({ value, numerator, denominator, status, note }, check) => {
    const isWithoutValue = status === "MISSING" || status === "CONFIDENTIAL";
    check((value === null) === isWithoutValue, "status", (text) => text.observationStatus);
    check(!isWithoutValue || note !== null, "note", (text) => text.noteOfMissing);
    check((numerator === null) === (denominator === null), "numerator", (text) => text.observationParts);
    check(denominator !== 0 || value === null, "denominator", (text) => text.denominatorZero);
  },
  observationCode,
);

/** One value: an indicator, an area, a period. */
export interface Observation extends RecordOf<typeof observationRecord> {}

export const createObservation = observationRecord.create;

/** The reason where there is no observation at all. */
export const noValue: LocalizedText = {
  it: "L'hub non ha un valore per questo periodo.",
  en: "The hub has no value for this period.",
};

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
