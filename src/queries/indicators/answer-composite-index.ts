import { type CompositeMethod, methodRules } from "../../domain/indicators/composite/composite-method";
import type { CompositeValue } from "../../domain/indicators/composite/composite-value";
import { relativeChange } from "../../domain/indicators/composite/robustness";
import { rankingOf, smallestDenominator } from "../../domain/indicators/ranking";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { roundTo } from "../../domain/kit/round";
import type { QueryContext } from "../kit/query-context";
import type { CompositeRequest } from "./composite-request";
import { type CompositeIndex, makeCompositeIndex } from "./make-composite-index";

const note: LocalizedText = {
  it: "Indice composto dall'hub su richiesta: non è un indice ufficiale. Va pubblicato con la ricetta e con le sue parti, mai con la sola posizione in graduatoria.",
  en: "An index that the hub computed on request; it is not official. Publish it with its recipe and its parts, never a rank alone.",
};

export type CompositeAnswer = Awaited<ReturnType<typeof answerCompositeIndex>>;
export type CompositeAreaAnswer = CompositeAnswer["areas"][number];
export type CompositeRecipeAnswer = CompositeAnswer["recipe"];

/**
 * The answer about an index, with the input of its sensitivity if requested.
 * @throws HubError as `makeCompositeIndex`.
 */
export function answerCompositeIndex(request: CompositeRequest, context: QueryContext) {
  const index = makeCompositeIndex(request, context);
  const { areas, named, periods, recipe } = index;
  const { method } = recipe;
  const { reference } = seriesOf(index);
  const slices = periods.map((period) => {
    const points = index.points.filter((point) => point.period === period);
    const judged = points.map((point) => ({
      ...point,
      residents: index.residentsOf(point),
      denominator: smallestDenominator(point.parts.flatMap(({ observation }) => observation ?? [])),
    }));
    return { period, points, ...rankingOf(judged, request) };
  });
  return {
    name: request.name ?? null,
    recipe: recipeAnswer(index, request),
    periods: slices.map(({ period, coverage, distribution }) => ({
      period,
      coverage,
      ranked: distribution?.count ?? 0,
      distribution,
    })),
    reference: index.referencePoints.map((point) => toCompositeValue(point, method)),
    areas: (request.areas ? named : areas).map((area) => {
      const i = areas.indexOf(area);
      const points = slices.map((slice) => slice.points[i]!);
      return {
        area,
        values: slices.map(({ standings }, n) => {
          const { decile: _, ...standing } = standings[i]!;
          return { ...toCompositeValue(points[n]!, method), ...standing };
        }),
        relativeChange: methodRules[method].overTime
          ? relativeChange(area.code, periods, { points, reference })
          : null,
      };
    }),
    index,
    sourceCodes: index.sourceCodes,
  };
}

export const seriesOf = ({ points, referencePoints }: CompositeIndex) => ({
  points,
  reference: new Map(referencePoints.map(({ period, value }) => [period, value] as const)),
});

function recipeAnswer(
  index: CompositeIndex,
  { indicators, level, minimumDenominator, minimumResidents }: CompositeRequest,
) {
  const { method, direction, missing, parts } = index.recipe;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const { area, period } = index.reference;
  return {
    note,
    method,
    formula: methodRules[method].formula,
    comparableOverTime: methodRules[method].overTime,
    direction,
    missing,
    level,
    minimumResidents,
    minimumDenominator,
    referenceArea: area,
    referencePeriod: period,
    goalpostPeriods: [...new Set([...index.periods, period])].sort(),
    parts: parts.map(({ code, weight, polarity }, i) => {
      const { low = null, high = null, reference = null } = index.scales.goalposts.get(code) ?? {};
      return {
        indicator: index.definitions[i]!,
        /** The part of the year that it describes; `null` if it describes whole periods. */
        period: indicators[i]!.period ?? null,
        weight,
        share: weight / total,
        polarity,
        reversed: polarity !== direction,
        low,
        high,
        frozen: typeof indicators[i]!.low === "number",
        referenceValue: reference,
      };
    }),
  };
}

const toCompositeValue = (
  { value, ...point }: CompositeValue & { readonly period: string },
  method: CompositeMethod,
) => ({ ...point, value, roundedValue: rounded(value, method) });

export const rounded = (value: number | null, method: CompositeMethod): number | null =>
  value === null ? null : roundTo(value, methodRules[method].decimals);
