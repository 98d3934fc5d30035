import * as z from "zod";
import { choice, code, group, number, optional, period, sources } from "../kit/field";
import { type LocalizedText, localizedText } from "../kit/localized-text";
import { defineRecord, type RecordOf } from "../kit/record";
import { type Area, areaLevels } from "../places/area";
import type { IndicatorDefinition } from "./indicator";

/** From the SDMX code lists CL_OBS_STATUS and CL_CONF_STATUS. */
export const observationStatuses = [
  "NORMAL",
  "ESTIMATED",
  "PROVISIONAL",
  "FORECAST",
  "MISSING",
  "CONFIDENTIAL",
  "BREAK",
] as const;
export type ObservationStatus = (typeof observationStatuses)[number];

/** Whether somebody counted or measured the value: it is there, and no forecast. */
export const isCounted = ({ value, status }: Pick<Observation, "value" | "status">): boolean =>
  value !== null && status !== "FORECAST";

/** The status of a value computed from others: a sum with a forecast in it is a forecast. */
export const weakestStatus = (statuses: readonly ObservationStatus[]): ObservationStatus =>
  (["FORECAST", "BREAK", "ESTIMATED", "PROVISIONAL"] as const).find((status) => statuses.includes(status)) ??
  "NORMAL";

const coverage = group({ expected: z.number(), present: z.number() }, ({ present, expected }, check) =>
  check(
    Number.isSafeInteger(present) && Number.isSafeInteger(expected) && present >= 0 && present <= expected,
    "",
    (text) => text.coverage,
  ),
);

/** Number of parts that a total should have, and of those that exist. */
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
    period: period(),
    /** `null` exactly when the status is MISSING or CONFIDENTIAL; never 0 for unknown. */
    value: optional(number()),
    numerator: optional(number()),
    denominator: optional(number()),
    status: choice(observationStatuses),
    /** Why there is no value, or a caveat. */
    note: optional(localizedText()),
    /** For a total over areas; `null` for a published value. */
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

/** The reason when there is no observation. */
export const placeOf = ({ areaCode, areaLevel, period, sourceCodes }: Observation) => ({
  areaCode,
  areaLevel,
  period,
  sourceCodes,
});

/** The reason where the source has no number that could be summed. */
export const nothingToSum: LocalizedText = {
  it: "La fonte non riporta valori.",
  en: "The source gives no values.",
};

/** The reason where there was none at a moment. @param since the first value in the hub, if it is later. */
export const noValueThen = (since: string | null): LocalizedText => ({
  it: `L'hub non aveva un valore per questo periodo nel momento indicato${since === null ? "" : `: lo conosce solo dal ${since}`}.`,
  en: `The hub had no value for this period at that moment${since === null ? "" : `: it has known one only since ${since}`}.`,
});

/** The reason where there is no observation at all. */
export const noValue: LocalizedText = {
  it: "L'hub non ha un valore per questo periodo.",
  en: "The hub has no value for this period.",
};

/** The reason where a period must be named. */
export const onlyForecasts: LocalizedText = {
  it: "Sono disponibili solo previsioni: indicare un periodo per leggerle.",
  en: "There are only forecasts: name a period to read them.",
};

/** The observation that says why there is none. It has no source. */
export const missingObservation = (
  { code, level }: Pick<Area, "code" | "level">,
  indicatorCode: string,
  period: string,
  note: LocalizedText = noValue,
): Observation => ({
  ...{ indicatorCode, areaCode: code, areaLevel: level, period, note },
  ...{ value: null, numerator: null, denominator: null, coverage: null },
  status: "MISSING",
  sourceCodes: [],
});

/**
 * The observation of a ratio from the observations of its parts: value = factor * numerator / denominator
 * (docs/methods.md). With missing parts the ratio is missing, and its note names them; a denominator of 0 gives none at all.
 * The ratio takes status and note from the weaker part.
 */
export function ratioObservation(
  { code, factor }: Pick<IndicatorDefinition, "code" | "factor">,
  numerator: Observation,
  denominator: Observation,
): Observation {
  const ratio = {
    ...placeOf(numerator),
    indicatorCode: code,
    coverage: narrower(numerator.coverage, denominator.coverage),
    sourceCodes: [...new Set([...numerator.sourceCodes, ...denominator.sourceCodes])],
  };
  const reason = missingReason(numerator, denominator) ?? (factor === null ? noFactor : null);
  if (reason !== null) return createObservation({ ...ratio, status: "MISSING", note: reason });
  const status = weakestStatus([numerator.status, denominator.status]);
  const { note } = numerator.status === status && status !== "NORMAL" ? numerator : denominator;
  const parts = { numerator: numerator.value, denominator: denominator.value };
  const value = (factor! * numerator.value!) / denominator.value!;
  return createObservation({ ...ratio, ...parts, value, status, note });
}

const noFactor = { it: "Definizione senza fattore.", en: "The definition has no factor." };

function missingReason(numerator: Observation, denominator: Observation): LocalizedText | null {
  const missing = [numerator, denominator].filter((o) => o.value === null).map((o) => o.indicatorCode);
  if (missing.length > 0)
    return { it: `Manca: ${missing.join(", ")}.`, en: `Not available: ${missing.join(", ")}.` };
  if (denominator.value === 0)
    return { it: `${denominator.indicatorCode} è 0.`, en: `${denominator.indicatorCode} is 0.` };
  return null;
}

/** The coverage with the smaller share: 8 of 9 is wider than 60 of 88. */
const narrower = (a: Coverage | null, b: Coverage | null): Coverage | null =>
  a !== null && b !== null ? (a.present * b.expected <= b.present * a.expected ? a : b) : (a ?? b);
