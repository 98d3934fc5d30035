import { type CompositeMethod, methodRules } from "../../domain/indicators/composite/composite-method";
import { type Robustness, relativeChange, robustnessOf } from "../../domain/indicators/composite/robustness";
import {
  type VariantPeriod,
  type VariantResult,
  variantResult,
  variantsOf,
} from "../../domain/indicators/composite/sensitivity";
import type { LocalizedText } from "../../domain/kit/localized-text";
import type { Area } from "../../domain/places/area";
import { rounded, seriesOf } from "./answer-composite-index";
import type { CompositeIndex } from "./make-composite-index";

/** A period of a variant, beside the index itself. */
export interface AnsweredShift extends Omit<VariantPeriod, "largestShiftArea" | "spearman"> {
  readonly rankCorrelation: number | null;
  readonly largestShiftArea: Area | null;
}

/** An area in a variant, in the order of the periods. */
export interface VariantArea {
  readonly area: Area;
  readonly values: readonly (number | null)[];
  readonly ranks: readonly (number | null)[];
  readonly relativeChange: number | null;
}

/** The index made in another way. */
export interface AnsweredVariant {
  readonly label: LocalizedText;
  readonly method: CompositeMethod;
  readonly weights: readonly number[];
  readonly periods: readonly AnsweredShift[];
  /** Only areas that were asked for by name. */
  readonly areas: readonly VariantArea[];
}

export interface AreaRobustness extends Omit<Robustness, "areaCode"> {
  readonly area: Area;
}

/** Whether an index survives other weights, other methods, and each part left out. */
export interface CompositeSensitivity {
  readonly weights: readonly AnsweredVariant[];
  readonly method: readonly AnsweredVariant[];
  readonly leaveOneOut: readonly AnsweredVariant[];
  readonly areas: readonly AreaRobustness[];
}

/** The index in other ways; reads nothing more. */
export function answerSensitivity(index: CompositeIndex): CompositeSensitivity {
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
): AnsweredVariant {
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
