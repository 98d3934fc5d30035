import { exclusionReason } from "../../domain/indicator-map";
import { type CompositeMethod, methodRules } from "../../domain/indices/composite-method";
import type { CompositeValue } from "../../domain/indices/composite-value";
import { relativeChange } from "../../domain/indices/robustness";
import { roundTo } from "../../domain/round";
import { distributionOf } from "../../domain/statistics/quantiles";
import type { CompositeIndexArgs } from "./composite-index.input";
import type { CompositeIndexType, CompositeRecipeType } from "./composite-index.type";
import type { CompositeAreaValueType, CompositeValueType } from "./composite-point.type";
import type { CompositeIndex, JudgedPoint } from "./make-composite-index";

const notice = {
  it: "Indice composto dall'hub su richiesta: non è un indice ufficiale. Dice solo ciò che dicono le sue parti: pubblicarlo con la ricetta e con le parti, mai la sola posizione in graduatoria.",
  en: "An index that the hub made on request: it is not official. It tells no more than its parts do: publish it with its recipe and its parts, never a rank alone.",
};

/** An index as the schema tells it; sensitivity is made only when it is asked for. */
export function answerCompositeIndex(index: CompositeIndex, args: CompositeIndexArgs): CompositeIndexType {
  const { periods, points, recipe } = index;
  const { reference } = seriesOf(index);
  const byArea = new Map(index.level.map(({ code }) => [code, [] as JudgedPoint[]]));
  for (const point of points) byArea.get(point.areaCode)!.push(point);
  return {
    name: index.name,
    recipe: recipeTold(index, args),
    periods: periods.map((period) => {
      const ofPeriod = points.filter((point) => point.period === period);
      const ranked = ofPeriod.filter(({ rank }) => rank !== null);
      return {
        period,
        coverage: {
          expected: ofPeriod.length,
          present: ofPeriod.filter(({ value }) => value !== null).length,
        },
        ranked: ranked.length,
        distribution: distributionOf(ranked.map(({ value }) => value!)),
      };
    }),
    reference: index.referencePoints.map((point) => valueTold(point, recipe.method)),
    areas: index.areas.map((area) => {
      const own = byArea.get(area.code)!;
      const { overTime } = methodRules[recipe.method];
      return {
        area,
        values: own.map((point) => areaValueTold(point, recipe.method, index.minimumResidents)),
        relativeChange: overTime ? relativeChange(area.code, periods, { points: own, reference }) : null,
      };
    }),
  };
}

export const seriesOf = ({ points, referencePoints }: CompositeIndex) => ({
  points,
  reference: new Map(referencePoints.map(({ period, value }) => [period, value] as const)),
});

function recipeTold(index: CompositeIndex, { indicators, level }: CompositeIndexArgs): CompositeRecipeType {
  const { method, direction, missing, parts } = index.recipe;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const { area, period } = index.reference;
  return {
    notice,
    method,
    formula: methodRules[method].formula,
    comparableOverTime: methodRules[method].overTime,
    direction,
    missing,
    level,
    minimumResidents: index.minimumResidents,
    referenceArea: area,
    referencePeriod: period,
    goalpostPeriods: [...new Set([...index.periods, period])].sort(),
    parts: parts.map(({ code, weight, polarity }, i) => {
      const goalposts = index.scales.goalposts.get(code) ?? null;
      return {
        indicator: index.definitions[i]!,
        period: indicators[i]!.period ?? null,
        weight,
        share: weight / total,
        polarity,
        reversed: polarity !== direction,
        low: goalposts?.low ?? null,
        high: goalposts?.high ?? null,
        frozen: typeof indicators[i]!.low === "number",
        referenceValue: goalposts?.reference ?? null,
      };
    }),
  };
}

const valueTold = (
  { period, value, mean, penalty, status, note, parts }: CompositeValue & { readonly period: string },
  method: CompositeMethod,
): CompositeValueType => ({
  period,
  value,
  roundedValue: rounded(value, method),
  mean,
  penalty,
  status,
  note,
  parts: parts.map(({ code, raw, ...part }) => ({ indicator: code, value: raw, ...part })),
});

const areaValueTold = (
  point: JudgedPoint,
  method: CompositeMethod,
  minimum: number,
): CompositeAreaValueType => ({
  ...valueTold(point, method),
  rank: point.rank,
  residents: point.residents,
  exclusion: point.exclusion,
  reason: exclusionReason(point.exclusion, point.note, minimum),
});

export const rounded = (value: number | null, method: CompositeMethod): number | null =>
  value === null ? null : roundTo(value, methodRules[method].decimals);
