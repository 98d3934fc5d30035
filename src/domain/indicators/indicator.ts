import { checkCode, checking, checkSources, checkText } from "../kit/check";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";
import { type AreaLevel, areaLevels } from "../places/area";

export const indicatorFamilies = [
  "ACCESS",
  "CONTEXT",
  "EU_OUTPUT",
  "EU_RESULT",
  "FRAGILITY",
  "SERVICE",
] as const;
export type IndicatorFamily = (typeof indicatorFamilies)[number];

export const polarities = ["HIGHER_IS_BETTER", "HIGHER_IS_WORSE", "NEUTRAL"] as const;
export type Polarity = (typeof polarities)[number];

/** How values of small areas become the value of a large one. A ratio is never summed. */
export const aggregationRules = ["NONE", "SUM", "WEIGHTED_MEAN"] as const;
export type AggregationRule = (typeof aggregationRules)[number];

/** What a number means. The numbers themselves are Observations. */
export interface IndicatorDefinition {
  readonly code: string;
  readonly name: LocalizedText;
  readonly definition: LocalizedText;
  /** How it is computed, for example `100 * residents_65plus / residents`; `null` for a count taken as published. */
  readonly formula: string | null;
  readonly family: IndicatorFamily;
  /** Unit of measure in words: `persons`, `households`, `percent`, `per 1000 residents`. */
  readonly unit: string;
  /** Digits after the point that make sense to show. */
  readonly decimals: number;
  readonly polarity: Polarity;
  readonly aggregation: AggregationRule;
  readonly numeratorCode: string | null;
  readonly denominatorCode: string | null;
  /** What numerator / denominator is multiplied by: 100 for percent, 1000 for per mille. */
  readonly factor: number | null;
  readonly finestLevel: AreaLevel;
  readonly sourceCodes: readonly string[];
}

export function createIndicatorDefinition(fields: IndicatorDefinition): IndicatorDefinition {
  const record = checking("IndicatorDefinition", fields.code, fields);
  checkCode(record, "code", fields.code);
  checkLocalizedText(record, "name", fields.name);
  checkLocalizedText(record, "definition", fields.definition);
  checkText(record, "unit", fields.unit);
  record.check(
    Number.isInteger(fields.decimals) && fields.decimals >= 0 && fields.decimals <= 10,
    "decimals",
    fields.decimals,
    "a whole number from 0 to 10",
  );
  const parts = [fields.numeratorCode, fields.denominatorCode, fields.factor];
  record.check(
    parts.every((p) => p === null) || parts.every((p) => p !== null),
    "numeratorCode",
    parts,
    "numerator, denominator and factor come together or not at all",
  );
  record.check(
    fields.denominatorCode === null || fields.aggregation !== "SUM",
    "aggregation",
    fields.aggregation,
    "a ratio is never summed: use WEIGHTED_MEAN or NONE",
  );
  record.check(
    areaLevels.includes(fields.finestLevel),
    "finestLevel",
    fields.finestLevel,
    `one of ${areaLevels.join(", ")}`,
  );
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
