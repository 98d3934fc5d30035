import * as z from "zod";
import { choice, code, optional, sources, text, whole } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";
import { areaLevels } from "../places/area";

const indicatorFamilies = ["ACCESS", "CONTEXT", "EU_OUTPUT", "EU_RESULT", "FRAGILITY", "SERVICE"] as const;
export type IndicatorFamily = (typeof indicatorFamilies)[number];

const polarities = ["HIGHER_IS_BETTER", "HIGHER_IS_WORSE", "NEUTRAL"] as const;
export type Polarity = (typeof polarities)[number];

/** Rules for the value of a large area from those of small ones. A ratio is never summed. */
const aggregationRules = ["NONE", "SUM", "WEIGHTED_MEAN"] as const;
export type AggregationRule = (typeof aggregationRules)[number];

export const indicatorRecord = defineRecord(
  "IndicatorDefinition",
  {
    code: ownCode(),
    name: localizedText(),
    definition: localizedText(),
    /** For example `100 * residents_65plus / residents`; `null` for a count taken as published. */
    formula: optional(z.string()),
    family: choice(indicatorFamilies),
    /** In words: `persons`, `households`, `percent`, `per 1000 residents`. */
    unit: text(),
    /** Digits after the point that make sense to show. */
    decimals: whole(0, 10),
    polarity: choice(polarities),
    aggregation: choice(aggregationRules),
    numeratorCode: optional(code("indicators")),
    denominatorCode: optional(code("indicators")),
    /** value = factor * numerator / denominator: 100 for percent, 1000 for per mille. */
    factor: optional(z.number()),
    finestLevel: choice(areaLevels),
    /** About people who live alone, incomes or health: small numbers are suppressed before they are stored. Absent otherwise. */
    sensitive: z.literal(true).optional(),
    sourceCodes: sources(),
  },
  ({ numeratorCode, denominatorCode, factor, aggregation }, check) => {
    const given = [numeratorCode, denominatorCode, factor].filter((part) => part !== null).length;
    check(given === 0 || given === 3, "numeratorCode", (text) => text.indicatorParts);
    check(denominatorCode === null || aggregation !== "SUM", "aggregation", (text) => text.ratioSummed);
  },
);

/** The values of an indicator are Observations. */
export interface IndicatorDefinition extends RecordOf<typeof indicatorRecord> {}

export const createIndicatorDefinition = indicatorRecord.create;
