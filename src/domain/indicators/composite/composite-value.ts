import type { LocalizedText } from "../../kit/localized-text";
import { type Observation, type ObservationStatus, weakestStatus } from "../observation";
import { methodRules, type PartScale } from "./composite-method";
import { type CompositePart, type CompositeRecipe, fewestParts } from "./composite-recipe";
import { weightedMean } from "./weighted-mean";

/** The observations of an area in a period, by indicator. */
export interface CompositeRow {
  readonly areaCode: string;
  readonly period: string;
  readonly observations: ReadonlyMap<string, Observation>;
}

export interface CompositePartValue {
  /** Code of the indicator. */
  readonly indicator: string;
  readonly observation: Observation | null;
  readonly value: number | null;
  readonly normalised: number | null;
  /** Share of the weight, 0 to 1; `null` when the part is not in the index. */
  readonly share: number | null;
  /** share x normalised: contributions add up to the mean. */
  readonly contribution: number | null;
}

/** The index of an area in a period: value = mean + penalty. */
export interface CompositeValue {
  readonly value: number | null;
  readonly mean: number | null;
  readonly penalty: number | null;
  readonly status: ObservationStatus;
  /** Why there is no value, or a caveat. */
  readonly note: LocalizedText | null;
  readonly parts: readonly CompositePartValue[];
}

/**
 * Under OMIT_AREA an area with a missing part has no index. Under AVAILABLE_PARTS the index has the available parts, at least
 * two, with their weights in proportion, and is ESTIMATED. Nothing is imputed.
 */
export function compositeValue(
  { method, direction, parts, missing }: CompositeRecipe,
  { observations }: CompositeRow,
  scaleOf: (code: string) => PartScale,
): CompositeValue {
  const { normalise, penalty: penaltyOf } = methodRules[method];
  const read = parts.map((part) => {
    const observation = observations.get(part.code) ?? null;
    const value = observation?.value ?? null;
    const normalised =
      value === null ? null : normalise(value, scaleOf(part.code), part.polarity !== direction);
    return { part, observation, value, normalised };
  });
  const there = read.filter(({ normalised }) => normalised !== null);
  const lacking = read.filter(({ normalised }) => normalised === null).map(({ part }) => part.code);
  const needed = missing === "OMIT_AREA" ? parts.length : Math.min(fewestParts, parts.length);
  const enough = there.length >= needed;
  const total = weightOf(there);
  const weighted = there.map(({ part, normalised }) => ({ value: normalised!, share: part.weight / total }));
  const penalty = enough ? penaltyOf(weighted, direction) : null;
  const shares = new Map(there.map(({ part }, i) => [part.code, weighted[i]!.share]));
  const partValues = read.map(({ part, normalised, ...rest }) => {
    const share = enough ? (shares.get(part.code) ?? null) : null;
    return { indicator: part.code, ...rest, normalised, share, contribution: share && share * normalised! };
  });
  if (!enough || penalty === null) {
    const note = enough ? noPenalty : lacks(lacking);
    return { value: null, mean: null, penalty: null, status: "MISSING", note, parts: partValues };
  }
  const mean = weightedMean(weighted);
  return {
    value: mean + penalty,
    mean,
    penalty,
    status:
      lacking.length > 0 ? "ESTIMATED" : weakestStatus(there.map(({ observation }) => observation!.status)),
    note: lacking.length > 0 ? without(lacking) : null,
    parts: partValues,
  };
}

const weightOf = (parts: readonly { readonly part: CompositePart }[]): number =>
  parts.reduce((sum, { part }) => sum + part.weight, 0);

const lacks = (codes: readonly string[]): LocalizedText => ({
  it: `Manca, o non si può normalizzare: ${codes.join(", ")}.`,
  en: `Not available, or cannot be normalised: ${codes.join(", ")}.`,
});

const without = (codes: readonly string[]): LocalizedText => ({
  it: `Calcolato senza: ${codes.join(", ")}.`,
  en: `Computed without: ${codes.join(", ")}.`,
});

const noPenalty: LocalizedText = {
  it: "I valori normalizzati non sono tutti positivi: il metodo non si può applicare.",
  en: "The normalised values are not all above 0: the method cannot be applied.",
};
