import type { LocalizedText } from "../../kit/localized-text";
import { spearman } from "../../statistics/correlation";
import { type CompositePoint, compositeIndex, valueIn } from "./composite-index";
import { compositeMethods } from "./composite-method";
import type { CompositeRecipe } from "./composite-recipe";
import type { CompositeScales, JudgedRow } from "./composite-scales";
import type { CompositeRow } from "./composite-value";

/** The same index with one other choice. */
export interface Variant {
  readonly label: LocalizedText;
  readonly recipe: CompositeRecipe;
}

export interface Variants {
  readonly weights: readonly Variant[];
  readonly method: readonly Variant[];
  readonly leaveOneOut: readonly Variant[];
}

/** Each weight doubled and halved; equal weights, if they differ; each other method; each part left out. */
export function variantsOf(recipe: CompositeRecipe): Variants {
  const { parts } = recipe;
  const times = (code: string, factor: number): CompositeRecipe => ({
    ...recipe,
    parts: parts.map((part) => (part.code === code ? { ...part, weight: part.weight * factor } : part)),
  });
  const equal = parts.every(({ weight }) => weight === parts[0]!.weight);
  const allEqual: Variant = {
    label: { it: "Pesi uguali", en: "Equal weights" },
    recipe: { ...recipe, parts: parts.map((part) => ({ ...part, weight: 1 })) },
  };
  return {
    weights: [
      ...(equal ? [] : [allEqual]),
      ...parts.flatMap(({ code }): Variant[] => [
        { label: { it: `Peso doppio: ${code}`, en: `Weight doubled: ${code}` }, recipe: times(code, 2) },
        { label: { it: `Peso dimezzato: ${code}`, en: `Weight halved: ${code}` }, recipe: times(code, 0.5) },
      ]),
    ],
    method: compositeMethods
      .filter((method) => method !== recipe.method)
      .map((method) => ({ label: { it: method, en: method }, recipe: { ...recipe, method } })),
    leaveOneOut: parts.map(({ code }) => ({
      label: { it: `Senza: ${code}`, en: `Without: ${code}` },
      recipe: { ...recipe, parts: parts.filter((part) => part.code !== code) },
    })),
  };
}

/** The ranks of a variant in a period, compared with those of the index. */
interface VariantPeriod {
  readonly period: string;
  /** Areas with a rank in both. */
  readonly compared: number;
  readonly spearman: number | null;
  /** Largest change of a rank; `null` when no area is compared. */
  readonly largestShift: number | null;
  readonly largestShiftArea: string | null;
}

export interface VariantResult extends Variant {
  readonly periods: readonly VariantPeriod[];
  readonly points: readonly CompositePoint[];
  /** The reference area by period. */
  readonly reference: ReadonlyMap<string, number | null>;
}

export interface SensitivityMaterial {
  readonly rows: readonly JudgedRow[];
  readonly referenceRows: readonly CompositeRow[];
  readonly scales: CompositeScales;
}

export function variantResult(
  variant: Variant,
  base: readonly CompositePoint[],
  { rows, referenceRows, scales }: SensitivityMaterial,
): VariantResult {
  const points = compositeIndex(variant.recipe, rows, scales);
  const periods = [...new Set(rows.map(({ period }) => period))];
  return {
    ...variant,
    points,
    periods: periods.map((period) => shiftsIn(period, base, points)),
    reference: new Map(
      referenceRows.map((row) => [row.period, valueIn(variant.recipe, row, scales).value] as const),
    ),
  };
}

function shiftsIn(
  period: string,
  base: readonly CompositePoint[],
  points: readonly CompositePoint[],
): VariantPeriod {
  const both = base.flatMap((before, i) => {
    const after = points[i]!;
    if (before.period !== period || before.rank === null || after.rank === null) return [];
    return [{ before, after, shift: Math.abs(after.rank - before.rank) }];
  });
  const furthest = both.reduce<(typeof both)[number] | null>(
    (most, each) => (most === null || each.shift > most.shift ? each : most),
    null,
  );
  return {
    period,
    compared: both.length,
    spearman: spearman(both.map(({ before, after }) => [before.value!, after.value!])),
    largestShift: furthest?.shift ?? null,
    largestShiftArea: furthest !== null && furthest.shift > 0 ? furthest.after.areaCode : null,
  };
}
