import { checkCode, checking, checkSources } from "../kit/check";
import { checkLocalizedText, type LocalizedText } from "../kit/localized-text";

/** Where an indicator stood before anything was done. */
export interface Baseline {
  readonly value: number;
  /** For example 2021. */
  readonly year: number;
}

/**
 * What a strategy promises to reach, in one indicator: baseline, milestone of 2024 and target of 2029
 * (Reg. (EU) 2021/1060, art. 16).
 */
export interface IndicatorTarget {
  readonly code: string;
  readonly indicatorCode: string;
  readonly strategyCode: string;
  /** The action that it belongs to; `null` when it is of the whole strategy. */
  readonly actionCode: string | null;
  readonly areaCode: string | null;
  readonly baseline: Baseline | null;
  readonly milestone2024: number | null;
  readonly target2029: number | null;
  /** Whom the numbers count, as in RCO74: without it two targets cannot be compared. */
  readonly populationDefinition: LocalizedText | null;
  readonly sourceCodes: readonly string[];
}

export function createIndicatorTarget(fields: IndicatorTarget): IndicatorTarget {
  const record = checking("IndicatorTarget", fields.code, fields);
  for (const field of ["code", "indicatorCode", "strategyCode"] as const)
    checkCode(record, field, fields[field]);
  for (const field of ["actionCode", "areaCode"] as const) {
    const code = fields[field];
    if (code !== null) checkCode(record, field, code);
  }
  if (fields.baseline !== null) {
    const { value, year } = fields.baseline;
    record.check(Number.isFinite(value), "baseline.value", value, "a finite number");
    record.check(
      Number.isInteger(year) && year >= 1900 && year <= 2100,
      "baseline.year",
      year,
      "a year from 1900 to 2100",
    );
  }
  for (const field of ["milestone2024", "target2029"] as const) {
    const value = fields[field];
    record.check(value === null || Number.isFinite(value), field, value, "a finite number, or null");
  }
  if (fields.populationDefinition !== null)
    checkLocalizedText(record, "populationDefinition", fields.populationDefinition);
  checkSources(record, fields.sourceCodes);
  return record.passed();
}
