import type { LocalizedText } from "../kit/localized-text";
import { type Distribution, distributionOf } from "../statistics/quantiles";
import { decilesOf, ranksOf } from "../statistics/ranks";
import type { Coverage, Observation } from "./observation";

export type RankExclusion = "FEW_RESIDENTS" | "NO_VALUE" | "RESIDENTS_UNKNOWN";

/** The position of a value among those of other areas. Rank and decile are `null` exactly when `exclusion` says why. */
export interface Standing {
  /** `null` when unknown, or not needed without a minimum. */
  readonly residents: number | null;
  readonly exclusion: RankExclusion | null;
  readonly reason: LocalizedText | null;
  /** 1 is the highest; equal values share the smallest. */
  readonly rank: number | null;
  /** 1 is the lowest; needs ten ranked areas. */
  readonly decile: number | null;
}

export interface Ranking {
  /** In the order of the values. */
  readonly standings: readonly Standing[];
  /** Of the ranked values only; `null` without any. */
  readonly distribution: Distribution | null;
  /** All areas, and those with a value. */
  readonly coverage: Coverage;
}

/**
 * Ranks, deciles and distribution of values (docs/methods.md). Areas with few residents, or with an unknown number, are left
 * out of all three: a few people would set the extremes.
 * @param minimum of residents; 0 excludes no area.
 */
export function rankingOf(
  values: readonly (Pick<Observation, "note" | "value"> & Pick<Standing, "residents">)[],
  minimum: number,
): Ranking {
  const exclusions = values.map(({ value, residents }) => exclusionOf(value, residents, minimum));
  const ranked = values.map(({ value }, i) => (exclusions[i] === null ? value : null));
  const ranks = ranksOf(ranked);
  const deciles = decilesOf(ranked);
  return {
    standings: values.map(({ note, residents }, i) => ({
      residents,
      exclusion: exclusions[i]!,
      reason: exclusionReason(exclusions[i]!, note, minimum),
      rank: ranks[i]!,
      decile: deciles[i]!,
    })),
    distribution: distributionOf(ranked.filter((value) => value !== null)),
    coverage: { expected: values.length, present: values.filter(({ value }) => value !== null).length },
  };
}

/** Why an area has no rank; `null` when it has one. */
export function exclusionOf(
  value: number | null,
  residents: number | null,
  minimum: number,
): RankExclusion | null {
  if (value === null) return "NO_VALUE";
  if (minimum <= 0) return null;
  if (residents === null) return "RESIDENTS_UNKNOWN";
  return residents < minimum ? "FEW_RESIDENTS" : null;
}

/** The reason in words; for an area without a value its own note, if it has one. */
function exclusionReason(
  exclusion: RankExclusion | null,
  note: LocalizedText | null,
  minimum: number,
): LocalizedText | null {
  switch (exclusion) {
    case null:
      return null;
    case "FEW_RESIDENTS":
      return { it: `Meno di ${minimum} residenti.`, en: `Fewer than ${minimum} residents.` };
    case "RESIDENTS_UNKNOWN":
      return {
        it: "Il numero dei residenti non è noto, e neppure se sia inferiore al minimo.",
        en: "The number of residents is not known, so neither is whether they are too few.",
      };
    case "NO_VALUE":
      return note ?? { it: "Nessuna fonte riporta un valore.", en: "No source gives a value." };
  }
}
