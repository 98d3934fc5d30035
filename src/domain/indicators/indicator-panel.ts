import { lastDay } from "../kit/dates";
import { groupBy } from "../kit/group-by";
import type { Area } from "../places/area";
import type { Observation } from "./observation";
import { type Ranking, type RankingMinimums, rankingOf, type Standing } from "./ranking";

/** One value of one area in one period, among the other areas of its level. */
interface PanelCell extends Standing {
  readonly area: Area;
  /** `null` when the hub has none. */
  readonly observation: Observation | null;
}

/** All areas of a level in one period. */
interface PanelSlice extends Omit<Ranking, "standings"> {
  /** Every area of the level, in its order. */
  readonly entries: readonly PanelCell[];
}

/** Which areas may be ranked. */
export interface RankingThreshold extends RankingMinimums {
  residentsIn(areaCode: string, period: string): number | null;
}

export interface PanelMaterial {
  /** All areas of the level, in their order. */
  readonly areas: readonly Area[];
  /** Of the areas and their cities, of one or more periods. */
  readonly observations: readonly Observation[];
  /** Those of the observations that the hub computed from smaller areas; none if absent. */
  readonly computed?: ReadonlySet<Observation>;
}

/** One indicator by area and period. Maps, series, profiles and indices are views of it. */
export interface IndicatorPanel extends Omit<PanelMaterial, "computed"> {
  /** Whether the hub computed it from smaller areas, because no source publishes it. */
  isComputed(observation: Observation): boolean;
  /** The observation of an area or a city; `null` also without an area. */
  at(areaCode: string | null, period: string): Observation | null;
  /** The observations of an area or a city, oldest first. */
  series(areaCode: string): readonly Observation[];
  /** With ranks, computed once per period. */
  slice(period: string): PanelSlice;
  /** The cell of an area of the level, without a search. */
  cell(areaCode: string, period: string): PanelCell | undefined;
}

export const everyoneRanked: RankingThreshold = {
  minimumResidents: 0,
  minimumDenominator: 0,
  residentsIn: () => null,
};

export function indicatorPanel(
  { areas, observations, computed }: PanelMaterial,
  threshold: RankingThreshold = everyoneRanked,
): IndicatorPanel {
  const known = new Map(observations.map((each) => [`${each.areaCode}@${each.period}`, each]));
  const at = (areaCode: string | null, period: string) => known.get(`${areaCode}@${period}`) ?? null;
  const slices = new Map<string, PanelSlice>();
  const cells = new Map<string, ReadonlyMap<string, PanelCell>>();
  let byArea: ReadonlyMap<string, readonly Observation[]> | undefined;
  return {
    areas,
    observations,
    at,
    isComputed: (observation) => computed?.has(observation) ?? false,
    series(areaCode) {
      byArea ??= groupBy(observations.toSorted(byPeriod), (each) => each.areaCode);
      return byArea.get(areaCode) ?? [];
    },
    slice(period) {
      const made = slices.get(period) ?? sliceOf(areas, at, period, threshold);
      slices.set(period, made);
      return made;
    },
    cell(areaCode, period) {
      const ofPeriod =
        cells.get(period) ?? new Map(this.slice(period).entries.map((each) => [each.area.code, each]));
      cells.set(period, ofPeriod);
      return ofPeriod.get(areaCode);
    },
  };
}

/** Periods of different lengths may end on the same day. */
const byPeriod = (a: Observation, b: Observation): number => (placeInTime(a) < placeInTime(b) ? -1 : 1);
const placeInTime = ({ period }: Observation): string => `${lastDay(period)} ${period}`;

function sliceOf(
  areas: readonly Area[],
  at: IndicatorPanel["at"],
  period: string,
  { residentsIn, ...minimums }: RankingThreshold,
): PanelSlice {
  const values = areas.map(({ code }) => {
    const observation = at(code, period);
    const { value = null, denominator = null, note = null } = observation ?? {};
    const residents = minimums.minimumResidents > 0 ? residentsIn(code, residentsPeriod(period)) : null;
    return { observation, value, denominator, note, residents };
  });
  const { standings, ...spread } = rankingOf(values, minimums);
  return {
    ...spread,
    entries: areas.map((area, i) => ({ area, observation: values[i]!.observation, ...standings[i]! })),
  };
}

/** Residents are counted by year: those of `2024` are for `2024-07` too. */
export const residentsPeriod = (period: string): string => period.slice(0, 4);
