import type { Area } from "../../domain/area";
import { methodRules } from "../../domain/indices/composite-method";
import { relativeChange, robustnessOf } from "../../domain/indices/robustness";
import { type VariantResult, variantResult, variantsOf } from "../../domain/indices/sensitivity";
import { rounded, seriesOf } from "./answer-composite-index";
import type { CompositeIndex } from "./make-composite-index";
import type { CompositeSensitivityType, SensitivityVariantType } from "./sensitivity.type";

/** The index in other ways; reads nothing more. */
export function answerSensitivity(index: CompositeIndex): CompositeSensitivityType {
  const variants = variantsOf(index.recipe);
  const made = (which: keyof typeof variants): VariantResult[] =>
    variants[which].map((variant) => variantResult(variant, index.points, index));
  const [weights, method, leaveOneOut] = [made("weights"), made("method"), made("leaveOneOut")];
  const areas = new Map(index.level.map((area): [string, Area] => [area.code, area]));
  const told = (variant: VariantResult) => variantTold(variant, index, areas);
  return {
    weights: weights.map(told),
    method: method.map(told),
    leaveOneOut: leaveOneOut.map(told),
    areas: index.named.map((area) => {
      const all = [...weights, ...method, ...leaveOneOut];
      const { areaCode: _, ...robustness } = robustnessOf(area.code, index.periods, seriesOf(index), all);
      return { area, ...robustness };
    }),
  };
}

function variantTold(
  { label, recipe, periods, points, reference }: VariantResult,
  index: CompositeIndex,
  areas: ReadonlyMap<string, Area>,
): SensitivityVariantType {
  const { overTime } = methodRules[recipe.method];
  return {
    label,
    method: recipe.method,
    weights: recipe.parts.map(({ weight }) => weight),
    periods: periods.map(({ spearman, largestShiftArea, ...period }) => ({
      ...period,
      rankCorrelation: spearman,
      largestShiftArea: largestShiftArea === null ? null : (areas.get(largestShiftArea) ?? null),
    })),
    areas: index.named.map((area) => {
      const own = points.filter(({ areaCode }) => areaCode === area.code);
      return {
        area,
        values: own.map(({ value }) => rounded(value, recipe.method)),
        ranks: own.map(({ rank }) => rank),
        relativeChange: overTime
          ? relativeChange(area.code, index.periods, { points: own, reference })
          : null,
      };
    }),
  };
}
