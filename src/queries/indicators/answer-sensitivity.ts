import { methodRules } from "../../domain/indicators/composite/composite-method";
import { relativeChange, robustnessOf } from "../../domain/indicators/composite/robustness";
import { type VariantResult, variantResult, variantsOf } from "../../domain/indicators/composite/sensitivity";
import { rounded, seriesOf } from "./answer-composite-index";
import type { CompositeIndex } from "./make-composite-index";

/** Whether an index is robust to other weights, other methods, and the removal of each part. */
export type CompositeSensitivity = ReturnType<typeof answerSensitivity>;
export type VariantAnswer = ReturnType<typeof variantAnswer>;

/** The variants of the index; reads nothing more. */
export function answerSensitivity(index: CompositeIndex) {
  const variants = variantsOf(index.recipe);
  const results = (which: keyof typeof variants): VariantResult[] =>
    variants[which].map((variant) => variantResult(variant, index.points, index));
  const [weights, method, leaveOneOut] = [results("weights"), results("method"), results("leaveOneOut")];
  const all = [...weights, ...method, ...leaveOneOut];
  const answers = (some: readonly VariantResult[]) => some.map((result) => variantAnswer(result, index));
  return {
    weights: answers(weights),
    method: answers(method),
    leaveOneOut: answers(leaveOneOut),
    /** Only areas that the request names. */
    areas: index.named.map((area) => {
      const { areaCode: _, ...robustness } = robustnessOf(area.code, index.periods, seriesOf(index), all);
      return { area, ...robustness };
    }),
  };
}

function variantAnswer(
  { label, recipe, periods, points, reference }: VariantResult,
  { areas, named, periods: ofIndex }: CompositeIndex,
) {
  const { method, parts } = recipe;
  return {
    label,
    method,
    weights: parts.map(({ weight }) => weight),
    periods: periods.map(({ spearman, largestShiftArea, ...period }) => ({
      ...period,
      rankCorrelation: spearman,
      largestShiftArea: areas.find(({ code }) => code === largestShiftArea) ?? null,
    })),
    areas: named.map((area) => {
      const own = points.filter(({ areaCode }) => areaCode === area.code);
      return {
        area,
        values: own.map(({ value }) => rounded(value, method)),
        ranks: own.map(({ rank }) => rank),
        relativeChange: methodRules[method].overTime
          ? relativeChange(area.code, ofIndex, { points: own, reference })
          : null,
      };
    }),
  };
}
