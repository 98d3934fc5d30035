import type { LocalizedText } from "../kit/localized-text";
import type { Area } from "../places/area";
import { type Distribution, distributionOf } from "../statistics/quantiles";
import { decilesOf, ranksOf } from "../statistics/ranks";
import type { Coverage, Observation } from "./observation";

const mapExclusions = ["FEW_RESIDENTS", "NO_VALUE", "RESIDENTS_UNKNOWN"] as const;
export type MapExclusion = (typeof mapExclusions)[number];

/** One area of a map; without rank and decile exactly when `exclusion` says why. Deciles need ten ranked areas. */
export interface MapEntry {
  readonly area: Area;
  /** `null` where the hub holds none. */
  readonly observation: Observation | null;
  /** `null` where not known, or not asked for because no minimum was set. */
  readonly residents: number | null;
  readonly exclusion: MapExclusion | null;
  readonly reason: LocalizedText | null;
  readonly rank: number | null;
  readonly decile: number | null;
}

export interface RankedAreas {
  /** Every area of the level, in its order. */
  readonly entries: readonly MapEntry[];
  /** Of the ranked areas only; `null` where none is ranked. */
  readonly distribution: Distribution | null;
  /** Areas of the level, and those of them that have a value. */
  readonly coverage: Coverage;
}

/** What of an area the eye may compare. */
export interface Populations {
  /** Residents by area code. */
  readonly residents: ReadonlyMap<string, number | null>;
  /** Fewer than this, and a few persons would move a rank; 0 leaves nobody out. */
  readonly minimum: number;
}

/**
 * Ranks, deciles and spread of one number over the areas of a level (docs/methods.md). Areas with few residents or with
 * an unknown number of them keep their value but are left out of ranks and of the spread: a handful of people would
 * set its ends.
 */
export function rankAreas(
  areas: readonly Area[],
  observations: readonly Observation[],
  populations: Populations,
): RankedAreas {
  const byArea = new Map(observations.map((observation) => [observation.areaCode, observation]));
  const judged = areas.map((area) => {
    const observation = byArea.get(area.code) ?? null;
    const residents = populations.residents.get(area.code) ?? null;
    const exclusion = exclusionOf(observation?.value ?? null, residents, populations.minimum);
    const value = exclusion === null ? observation!.value : null;
    return { area, observation, residents, exclusion, value };
  });
  const values = judged.map(({ value }) => value);
  const ranks = ranksOf(values);
  const deciles = decilesOf(values);
  return {
    entries: judged.map(({ value: _, ...entry }, i) => ({
      ...entry,
      reason: exclusionReason(entry.exclusion, entry.observation?.note ?? null, populations.minimum),
      rank: ranks[i]!,
      decile: deciles[i]!,
    })),
    distribution: distributionOf(values.filter((value) => value !== null)),
    coverage: {
      expected: areas.length,
      present: judged.filter(({ observation }) => (observation?.value ?? null) !== null).length,
    },
  };
}

/** Why an area is left out of ranks; `null` when it is in them. */
export function exclusionOf(
  value: number | null,
  residents: number | null,
  minimum: number,
): MapExclusion | null {
  if (value === null) return "NO_VALUE";
  if (minimum <= 0) return null;
  if (residents === null) return "RESIDENTS_UNKNOWN";
  return residents < minimum ? "FEW_RESIDENTS" : null;
}

/** The same in words; of an area without a value its own note, where it has one. */
export function exclusionReason(
  exclusion: MapExclusion | null,
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
        it: "Il numero dei residenti non è noto: non si sa se siano troppo pochi.",
        en: "The number of residents is not known, so neither is whether they are too few.",
      };
    case "NO_VALUE":
      return note ?? { it: "Nessuna fonte dà un valore.", en: "No source gives a value." };
  }
}
