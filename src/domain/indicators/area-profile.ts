import { lastDay } from "../kit/dates";
import type { SourceRef } from "../kit/source-ref";
import type { Area } from "../places/area";
import type { Change } from "../statistics/change";
import type { IndicatorDefinition } from "./indicator";
import type { PanelCell } from "./indicator-panel";
import { changeSince } from "./indicator-series";
import type { MapDocument, Sourced } from "./map-document";
import type { Observation } from "./observation";

/** A value of an area in one period, beside the city and the other areas of its level; a city has neither. */
export interface ProfilePoint extends Pick<PanelCell, "decile" | "exclusion" | "rank"> {
  readonly observation: Observation;
  /** Number of ranked areas. */
  readonly ranked: number;
  /** The unweighted mean of the ranked areas. */
  readonly levelMean: number | null;
  readonly cityValue: number | null;
  /** Since the previous point; `null` for the first, at a break, and when either has no value. */
  readonly change: Change | null;
}

/** All observations of one area. */
export interface AreaProfile {
  readonly area: Area;
  /** `null` for a city. */
  readonly city: Area | null;
  /** By code of the indicator; points oldest first, never empty. */
  readonly series: readonly { readonly indicatorCode: string; readonly points: readonly ProfilePoint[] }[];
  readonly indicators: readonly IndicatorDefinition[];
  /** Of the observations, of the area and of the indicators. */
  readonly sources: readonly SourceRef[];
}

type BarePoint = Omit<ProfilePoint, "change">;
type SourcesOf = (records: readonly Sourced[]) => readonly SourceRef[];

/** The profile of an area, from the published maps. */
export function areaProfile(
  area: Area,
  city: Area | null,
  maps: readonly MapDocument[],
  sources: SourcesOf,
): AreaProfile {
  const points = maps.flatMap(({ entries, distribution, city: ofCity }): BarePoint[] => {
    const entry = entries.find((each) => each.area.code === area.code);
    if (!entry?.observation) return [];
    const { observation, rank, decile, exclusion } = entry;
    const { count: ranked = 0, mean: levelMean = null } = distribution ?? {};
    return [{ observation, rank, decile, exclusion, ranked, levelMean, cityValue: ofCity?.value ?? null }];
  });
  const known = new Map(maps.map(({ indicator }) => [indicator.code, indicator]));
  return profileOf({ area, city }, points, [...known.values()], sources);
}

/** A city has no rank, because it is not compared with other cities. */
export function cityProfile(
  area: Area,
  observations: readonly Observation[],
  known: readonly IndicatorDefinition[],
  sources: SourcesOf,
): AreaProfile {
  const none = { rank: null, decile: null, exclusion: null, ranked: 0, levelMean: null };
  const points = observations.map((observation) => ({ observation, ...none, cityValue: observation.value }));
  return profileOf({ area, city: null }, points, known, sources);
}

function profileOf(
  { area, city }: Pick<AreaProfile, "area" | "city">,
  points: readonly BarePoint[],
  known: readonly IndicatorDefinition[],
  sources: SourcesOf,
): AreaProfile {
  const pointsOf = (code: string) => points.filter(({ observation }) => observation.indicatorCode === code);
  const indicators = known
    .filter(({ code }) => pointsOf(code).length > 0)
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const series = indicators.map(({ code }) => ({ indicatorCode: code, points: withChanges(pointsOf(code)) }));
  const shown = [area, city ?? [], indicators, points.map(({ observation }) => observation)].flat();
  return { area, city, series, indicators, sources: sources(shown) };
}

const withChanges = (points: readonly BarePoint[]): ProfilePoint[] =>
  points
    .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    .map((point, i, inOrder) => ({
      ...point,
      change: changeSince(inOrder[i - 1]?.observation, point.observation),
    }));

/** Periods of different lengths may end on the same day. */
const placeOf = ({ observation: { period } }: BarePoint): string => `${lastDay(period)} ${period}`;

/** Id of the document with the profile of an area. */
export const profileId = (areaCode: string): string => `area/${areaCode}`;
