import type { LocalizedText } from "../kit/localized-text";
import { type Distribution, distributionOf } from "../statistics/quantiles";
import { decilesOf, ranksOf } from "../statistics/ranks";
import type { Coverage, Observation } from "./observation";

export type RankExclusion = "FEW_RESIDENTS" | "NO_VALUE" | "RESIDENTS_UNKNOWN" | "SMALL_DENOMINATOR";

/** Areas below one of them are not ranked; 0 excludes no area. */
export interface RankingMinimums {
  readonly minimumResidents: number;
  readonly minimumDenominator: number;
}

/** The facts that decide whether an area is ranked. */
export interface RankedFacts {
  readonly value: number | null;
  readonly residents: number | null;
  /** `null` for a count, and for a ratio whose source gives none. */
  readonly denominator: number | null;
}

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
 * Ranks, deciles and distribution of values (docs/methods.md). Areas with few residents, with an unknown number, or with a
 * small denominator are left out of all three: a few people would set the extremes.
 */
export function rankingOf(
  values: readonly (RankedFacts & Pick<Observation, "note">)[],
  minimums: RankingMinimums,
): Ranking {
  const exclusions = values.map((facts) => exclusionOf(facts, minimums));
  const ranked = values.map(({ value }, i) => (exclusions[i] === null ? value : null));
  const ranks = ranksOf(ranked);
  const deciles = decilesOf(ranked);
  return {
    standings: values.map(({ note, residents }, i) => ({
      residents,
      exclusion: exclusions[i]!,
      reason: exclusionReason(exclusions[i]!, note, minimums),
      rank: ranks[i]!,
      decile: deciles[i]!,
    })),
    distribution: distributionOf(ranked.filter((value) => value !== null)),
    coverage: { expected: values.length, present: values.filter(({ value }) => value !== null).length },
  };
}

/** Why an area has no rank; `null` when it has one. */
export function exclusionOf(
  { value, residents, denominator }: RankedFacts,
  { minimumResidents, minimumDenominator }: RankingMinimums,
): RankExclusion | null {
  if (value === null) return "NO_VALUE";
  if (minimumResidents > 0 && residents === null) return "RESIDENTS_UNKNOWN";
  if (minimumResidents > 0 && residents! < minimumResidents) return "FEW_RESIDENTS";
  return denominator !== null && denominator < minimumDenominator ? "SMALL_DENOMINATOR" : null;
}

/** Of the values that an index is made of; `null` without any. A part without a value does not count. */
export const smallestDenominator = (
  observations: Iterable<Pick<Observation, "denominator" | "value">>,
): number | null =>
  [...observations].reduce<number | null>(
    (least, { denominator, value }) =>
      value === null || denominator === null ? least : Math.min(least ?? denominator, denominator),
    null,
  );

/** The reason in words; for an area without a value its own note, if it has one. */
function exclusionReason(
  exclusion: RankExclusion | null,
  note: LocalizedText | null,
  { minimumResidents, minimumDenominator }: RankingMinimums,
): LocalizedText | null {
  switch (exclusion) {
    case null:
      return null;
    case "FEW_RESIDENTS":
      return {
        it: `Meno di ${minimumResidents} residenti.`,
        en: `Fewer than ${minimumResidents} residents.`,
      };
    case "SMALL_DENOMINATOR":
      return {
        it: `Il denominatore è inferiore a ${minimumDenominator}.`,
        en: `The denominator is less than ${minimumDenominator}.`,
      };
    case "RESIDENTS_UNKNOWN":
      return {
        it: "Il numero dei residenti non è noto, e neppure se sia inferiore al minimo.",
        en: "The number of residents is not known, so neither is whether they are too few.",
      };
    case "NO_VALUE":
      return note ?? { it: "Nessuna fonte riporta un valore.", en: "No source gives a value." };
  }
}
