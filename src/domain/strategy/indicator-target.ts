import type * as z from "zod";
import { code, group, number, optional, sources, whole } from "../kit/field";
import { localizedText } from "../kit/localized-text";
import { defineRecord, ownCode, type RecordOf } from "../kit/record";

const baseline = group({
  value: number(),
  /** For example 2021. */
  year: whole(1900, 2100),
});

/** Where an indicator stood before anything was done. */
export type Baseline = z.output<typeof baseline>;

export const indicatorTargetRecord = defineRecord("IndicatorTarget", {
  code: ownCode(),
  indicatorCode: code("indicators"),
  strategyCode: code("strategies"),
  /** The action that it belongs to; `null` when it is of the whole strategy. */
  actionCode: optional(code("actions")),
  areaCode: optional(code("areas")),
  baseline: optional(baseline),
  milestone2024: optional(number()),
  target2029: optional(number()),
  /** The population that the values count, as in RCO74: without it two targets cannot be compared. */
  populationDefinition: optional(localizedText()),
  sourceCodes: sources(),
});

/**
 * What a strategy promises to reach, in one indicator: baseline, milestone of 2024 and target of 2029
 * (Reg. (EU) 2021/1060, art. 16).
 */
export interface IndicatorTarget extends RecordOf<typeof indicatorTargetRecord> {}

export const createIndicatorTarget = indicatorTargetRecord.create;
