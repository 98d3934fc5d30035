import { type CompositeMethod, methodRules } from "../../domain/indicators/composite/composite-method";
import type { CompositeValue } from "../../domain/indicators/composite/composite-value";
import { relativeChange } from "../../domain/indicators/composite/robustness";
import { exclusionReason } from "../../domain/indicators/indicator-map";
import { roundTo } from "../../domain/kit/round";
import { distributionOf } from "../../domain/statistics/quantiles";
import type { QueryContext } from "../kit/query-context";
import type { AnsweredPoint, AnsweredRecipe, CompositeAnswer, RankedPoint } from "./composite-answer";
import type { CompositeRequest } from "./composite-request";
import { type CompositeIndex, type JudgedPoint, makeCompositeIndex } from "./make-composite-index";

const notice = {
  it: "Indice composto dall'hub su richiesta: non è un indice ufficiale. Dice solo ciò che dicono le sue parti: pubblicarlo con la ricetta e con le parti, mai la sola posizione in graduatoria.",
  en: "An index that the hub made on request: it is not official. It tells no more than its parts do: publish it with its recipe and its parts, never a rank alone.",
};

/** What is answered, with what the answers made on demand need. */
export interface MadeAnswer extends CompositeAnswer {
  readonly made: CompositeIndex;
}

/**
 * An index as it is answered; its sensitivity is made only when it is asked for.
 * @throws HubError as `makeCompositeIndex`.
 */
export async function answerCompositeIndex(
  request: CompositeRequest,
  context: QueryContext,
): Promise<MadeAnswer> {
  const made = await makeCompositeIndex(request, context);
  return { ...answerOf(made, request), made };
}

function answerOf(index: CompositeIndex, request: CompositeRequest): CompositeAnswer {
  const { periods, points, recipe } = index;
  const { reference } = seriesOf(index);
  const byArea = new Map(index.level.map(({ code }) => [code, [] as JudgedPoint[]]));
  for (const point of points) byArea.get(point.areaCode)!.push(point);
  return {
    name: index.name,
    recipe: recipeTold(index, request),
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

function recipeTold(index: CompositeIndex, { indicators, level }: CompositeRequest): AnsweredRecipe {
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
): AnsweredPoint => ({
  period,
  value,
  roundedValue: rounded(value, method),
  mean,
  penalty,
  status,
  note,
  parts: parts.map(({ code, raw, ...part }) => ({ indicator: code, value: raw, ...part })),
});

const areaValueTold = (point: JudgedPoint, method: CompositeMethod, minimum: number): RankedPoint => ({
  ...valueTold(point, method),
  rank: point.rank,
  residents: point.residents,
  exclusion: point.exclusion,
  reason: exclusionReason(point.exclusion, point.note, minimum),
});

export const rounded = (value: number | null, method: CompositeMethod): number | null =>
  value === null ? null : roundTo(value, methodRules[method].decimals);
