import { lastDay } from "../kit/dates";
import type { SourceRef } from "../kit/source-ref";
import type { Area } from "../places/area";
import { type Change, changeBetween } from "../statistics/change";
import type { IndicatorDefinition } from "./indicator";
import type { MapExclusion } from "./indicator-map";
import type { MapDocument, Sourced } from "./map-document";
import type { Observation } from "./observation";

/** A number of an area in one period, beside the city and the other areas of its level. */
export interface ProfilePoint {
  readonly observation: Observation;
  /** 1 is the highest; `null` where not ranked. */
  readonly rank: number | null;
  readonly decile: number | null;
  /** How many areas are ranked; 0 for a city, which stands beside no other. */
  readonly ranked: number;
  /** Why it has no rank; `null` for a city too. */
  readonly exclusion: MapExclusion | null;
  /** The unweighted mean of the ranked areas. */
  readonly levelMean: number | null;
  /** The number of the city itself. */
  readonly cityValue: number | null;
  /** Since the point before; `null` for the first, at a break, and where one of the two has no value. */
  readonly change: Change | null;
}

export interface ProfileSeries {
  readonly indicatorCode: string;
  /** Oldest first; never empty. */
  readonly points: readonly ProfilePoint[];
}

/** Everything that is known in numbers of one area. */
export interface AreaProfile {
  readonly area: Area;
  /** The city that it lies in; `null` for a city. */
  readonly city: Area | null;
  /** By code of the indicator. */
  readonly series: readonly ProfileSeries[];
  readonly indicators: readonly IndicatorDefinition[];
  /** Of the numbers, of the area and of the indicators. */
  readonly sources: readonly SourceRef[];
}

/** What the maps say of one area. */
export function areaProfile(
  area: Area,
  city: Area | null,
  maps: readonly MapDocument[],
  sources: (records: readonly Sourced[]) => readonly SourceRef[],
): AreaProfile {
  const points = maps.flatMap((map): BarePoint[] => {
    const entry = map.entries.find((each) => each.area.code === area.code);
    if (!entry?.observation) return [];
    const { observation, rank, decile, exclusion } = entry;
    const { count = 0, mean = null } = map.distribution ?? {};
    const cityValue = map.city?.value ?? null;
    return [{ observation, rank, decile, exclusion, ranked: count, levelMean: mean, cityValue }];
  });
  return profileOf({ area, city }, points, maps, sources);
}

/** The profile of a city: it has no rank, because it is compared with no other. */
export function cityProfile(
  area: Area,
  observations: readonly Observation[],
  known: readonly IndicatorDefinition[],
  sources: (records: readonly Sourced[]) => readonly SourceRef[],
): AreaProfile {
  const none = { rank: null, decile: null, exclusion: null, ranked: 0, levelMean: null };
  const points = observations.map((observation) => ({ observation, ...none, cityValue: observation.value }));
  return profileOf(
    { area, city: null },
    points,
    known.map((indicator) => ({ indicator })),
    sources,
  );
}

type BarePoint = Omit<ProfilePoint, "change">;

function profileOf(
  { area, city }: Pick<AreaProfile, "area" | "city">,
  points: readonly BarePoint[],
  known: readonly Pick<MapDocument, "indicator">[],
  sources: (records: readonly Sourced[]) => readonly SourceRef[],
): AreaProfile {
  const byCode = new Map(known.map(({ indicator }) => [indicator.code, indicator]));
  const indicators = [...byCode.values()]
    .filter(({ code }) => points.some(({ observation }) => observation.indicatorCode === code))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const series = indicators.map(({ code }) => ({
    indicatorCode: code,
    points: withChanges(points.filter(({ observation }) => observation.indicatorCode === code)),
  }));
  const observations = points.map(({ observation }) => observation);
  const shown = [area, city ?? [], ...indicators, ...observations].flat();
  return { area, city, series, indicators, sources: sources(shown) };
}

function withChanges(points: readonly BarePoint[]): ProfilePoint[] {
  const inOrder = points.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  return inOrder.map((point, i) => {
    const before = inOrder[i - 1]?.observation;
    const { period, value, status } = point.observation;
    const change =
      status === "BREAK" || !before ? null : changeBetween(before.period, before.value, period, value);
    return { ...point, change };
  });
}

/** Periods of other lengths may end on the same day. */
const placeOf = ({ observation: { period } }: BarePoint): string => `${lastDay(period)} ${period}`;

/** The name of the document of an area. */
export const profileId = (areaCode: string): string => `area/${areaCode}`;
