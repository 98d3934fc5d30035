import { type Measured, measured } from "../../domain/counts/measured";
import { areaTotal, checkAddsUp, noTotal } from "../../domain/indicators/area-total";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { isPartialDate } from "../../domain/kit/dates";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { unitOf } from "../../domain/kit/unit";
import { cubeOf } from "../../domain/statistics/cube";
import { type AreaNumber, readAreaNumbers } from "../indicators/read-area-numbers";
import { checkCount } from "../kit/check-bounds";
import { answerOf, type MeasureReader } from "./measure-reader";

interface PeriodNumber extends AreaNumber {
  readonly period: string;
}

/** One indicator by area and period, aggregated if no source publishes it: `readAreaNumbers` for each period. */
export const readObservations: MeasureReader = (request, context) => {
  const { groupBy, filter, level, city } = request;
  const indicator = request.indicator!;
  const periods = filter.get("PERIOD") ?? [];
  checkPeriods(periods);
  if (!groupBy.includes("AREA")) checkAddsUp(indicator);
  const read = periods.map((period) => {
    const numbers = readAreaNumbers({ indicator, period, city }, level, context);
    return numbers.map((number): PeriodNumber => ({ ...number, period }));
  });
  const areaCodes = (read[0] ?? []).map(({ areaCode }) => areaCode);
  const cube = cubeOf<"AREA" | "PERIOD", PeriodNumber, Measured>({
    facts: read.flat(),
    dimensions: {
      AREA: { groups: areaCodes, of: ({ areaCode }) => [areaCode], followsFilter: true },
      PERIOD: { groups: periods, of: ({ period }) => [period], followsFilter: true },
    },
    neverSummed: "PERIOD",
    measure: ({ facts, at, kept }) =>
      at("AREA") === undefined
        ? togetherOf(indicator, kept("AREA") ?? areaCodes, facts)
        : asMeasured(facts[0]!),
  });
  return answerOf(unitOf(indicator.unit), cube, request);
};

function togetherOf(
  indicator: IndicatorDefinition,
  areaCodes: readonly string[],
  numbers: readonly AreaNumber[],
): Measured {
  if (indicator.aggregation === "NONE") return measured(null, { reason: noTotal });
  const parts = areaCodes.map((areaCode) => ({ areaCode, share: 1 }));
  return asMeasured(areaTotal(indicator, parts, new Map(numbers.map((each) => [each.areaCode, each]))));
}

const asMeasured = ({
  value,
  numerator,
  denominator,
  status,
  note,
  coverage,
  parts,
  sourceCodes,
}: Omit<AreaNumber, "areaCode" | "isPublished">): Measured =>
  measured(value, { numerator, denominator, status, reason: note, coverage, parts, sourceCodes });

function checkPeriods(periods: readonly string[]): void {
  checkCount("filter.PERIOD", periods, limits.aggregatePeriods);
  const strange = periods.find((period) => !isPartialDate(period));
  if (strange !== undefined)
    throw new HubError("BAD_USER_INPUT", "date", { given: strange }, { where: "filter" });
}
