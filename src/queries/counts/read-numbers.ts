import { checkGroups } from "../../domain/counts/aggregate-rules";
import { type Measured, measured, notAddedUp } from "../../domain/counts/measured";
import { combinations } from "../../domain/counts/totals";
import { areaTotal, checkAddsUp } from "../../domain/indicators/area-total";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { isPartialDate } from "../../domain/kit/dates";
import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { type AreaNumber, readAreaNumbers } from "../indicators/read-area-numbers";
import { checkBounds } from "../kit/check-bounds";
import type { MeasureReader } from "./aggregate-request";
import { checkCells } from "./check-cells";

const noTotal: LocalizedText = {
  it: "La regola di aggregazione dell'indicatore non ammette totali.",
  en: "The indicator's rule of aggregation allows no totals.",
};

/** One indicator by area and period, put together where no source publishes it: see `readAreaNumbers`, for each period. */
export const readNumbers: MeasureReader = async (request, context) => {
  const { groupBy, filter, level, city } = request;
  const indicator = request.indicator!;
  const periods = filter.get("PERIOD") ?? [];
  checkPeriods(periods);
  if (!groupBy.includes("AREA")) checkAddsUp(indicator);
  const read = await Promise.all(
    periods.map(
      async (period) => [period, await readAreaNumbers({ indicator, period, city }, level, context)] as const,
    ),
  );
  const byPeriod = new Map(read);
  const known = (read[0]?.[1] ?? []).map(({ areaCode }) => areaCode);
  const wanted = filter.get("AREA") ?? known;
  checkGroups("AREA", wanted, known);
  const sides = groupBy.map((dimension) => (dimension === "AREA" ? wanted : periods));
  checkCells(sides);
  const number = (groups: readonly string[]): Measured => {
    const period = groups[groupBy.indexOf("PERIOD")] ?? periods[0]!;
    const numbers = byPeriod.get(period)!;
    const areaCode = groups[groupBy.indexOf("AREA")];
    return areaCode === undefined
      ? togetherOf(indicator, wanted, numbers)
      : asMeasured(numbers.find((each) => each.areaCode === areaCode)!);
  };
  return {
    unit: indicator.unit,
    cells: combinations(sides).map((groups) => ({ groups, ...number(groups) })),
    total:
      periods.length > 1 ? notAddedUp("PERIOD") : togetherOf(indicator, wanted, byPeriod.get(periods[0]!)!),
  };
};

function togetherOf(
  indicator: IndicatorDefinition,
  wanted: readonly string[],
  numbers: readonly AreaNumber[],
): Measured {
  if (indicator.aggregation === "NONE") return measured(null, { reason: noTotal });
  const parts = wanted.map((areaCode) => ({ areaCode, share: 1 }));
  return asMeasured(areaTotal(indicator, parts, new Map(numbers.map((each) => [each.areaCode, each]))));
}

const asMeasured = ({
  value,
  status,
  note,
  coverage,
  parts,
  sourceCodes,
}: Omit<AreaNumber, "areaCode" | "isPublished">): Measured => ({
  value,
  status,
  reason: note,
  coverage,
  parts,
  sourceCodes,
});

function checkPeriods(periods: readonly string[]): void {
  checkBounds("the number of periods", periods.length, limits.aggregatePeriods);
  const strange = periods.find((period) => !isPartialDate(period));
  if (strange === undefined) return;
  throw new HubError("BAD_USER_INPUT", {
    message: `filter names the period "${strange.slice(0, 40)}", which is no date.`,
    messageIt: `filter indica il periodo "${strange.slice(0, 40)}", che non è una data.`,
    hint: "Write YYYY, YYYY-MM or YYYY-MM-DD.",
    where: "filter",
  });
}
