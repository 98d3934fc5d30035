import { lastDay } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import type { Area } from "../places/area";
import { type Change, changeBetween, changeOfMeans } from "../statistics/change";
import { type Distribution, distributionOf, meanOf } from "../statistics/quantiles";
import { ranksOf } from "../statistics/ranks";
import { exclusionOf } from "./indicator-map";
import type { Coverage, Observation } from "./observation";

/** A period of a series, beside the city and the other areas of its level. */
export interface SeriesPoint {
  readonly observation: Observation;
  /** Since the point before; `null` exactly when `noChange` says why. */
  readonly change: Change | null;
  readonly noChange: LocalizedText | null;
  readonly isBreak: boolean;
  /** Other sources than those of the point before. */
  readonly sourceChanged: boolean;
  /** What is known of the city itself, which is not the mean of its areas. */
  readonly city: Observation | null;
  /** Of the areas of the level that are ranked in this period, this one among them. */
  readonly level: Distribution | null;
  readonly coverage: Coverage;
  readonly rank: number | null;
  readonly peersMean: number | null;
  readonly peersCoverage: Coverage;
}

/** From the first value to the last; means only over the areas that have a value in both. */
export interface SeriesComparison {
  readonly change: Change;
  readonly city: Change | null;
  readonly levelMean: Change | null;
  readonly peersMean: Change | null;
}

export interface AreaSeries {
  readonly area: Area;
  readonly points: readonly SeriesPoint[];
  /** The areas that stood nearest to it in its first period. */
  readonly peers: readonly Area[];
  readonly comparison: SeriesComparison | null;
  readonly noComparison: LocalizedText | null;
}

export interface SeriesMaterial {
  /** All areas of the level in the same city. */
  readonly level: readonly Area[];
  /** The indicator in all areas and periods. */
  readonly observations: readonly Observation[];
  /** The residents in all areas and periods. */
  readonly residents: readonly Observation[];
  readonly minimumResidents: number;
  /** How many peers. */
  readonly peers: number;
}

/** A series with what it must be read beside (docs/methods.md, Series). */
export function areaSeries(area: Area, material: SeriesMaterial): AreaSeries {
  const own = material.observations
    .filter(({ areaCode }) => areaCode === area.code)
    .sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? -1 : 1));
  const panel = panelOf(material);
  const valued = own.filter(({ value }) => value !== null);
  const [first, last] = [valued[0], valued.at(-1)];
  const peers = first === undefined ? [] : nearest(area, first, panel, material);
  const points = own.map((observation, i) =>
    pointOf(observation, own[i - 1], { area, peers, panel, material }),
  );
  const reason = whyNot(points, first, last);
  if (reason !== null || first === undefined || last === undefined)
    return { area, points, peers, comparison: null, noComparison: reason };
  const [from, to] = [first.period, last.period];
  const pairsOf = (areas: readonly Area[]) =>
    areas.map(({ code }) => [panel.value(code, from), panel.value(code, to)] as const);
  const comparison: SeriesComparison = {
    change: changeBetween(from, first.value, to, last.value)!,
    city: changeBetween(from, panel.city(area, from)?.value, to, panel.city(area, to)?.value),
    levelMean: changeOfMeans(from, to, pairsOf(material.level)),
    peersMean: changeOfMeans(from, to, pairsOf(peers)),
  };
  return { area, points, peers, comparison, noComparison: null };
}

interface Surroundings {
  readonly area: Area;
  readonly peers: readonly Area[];
  readonly panel: Panel;
  readonly material: SeriesMaterial;
}

function pointOf(
  observation: Observation,
  before: Observation | undefined,
  { area, peers, panel, material: { level } }: Surroundings,
): SeriesPoint {
  const { period, value, status } = observation;
  const values = level.map(({ code }) => panel.value(code, period));
  const ofPeers = peers.map(({ code }) => panel.value(code, period)).filter((each) => each !== null);
  const isBreak = status === "BREAK";
  const change = isBreak || !before ? null : changeBetween(before.period, before.value, period, value);
  return {
    observation,
    change,
    noChange: change === null ? whyNoChange(observation, before) : null,
    isBreak,
    sourceChanged: before !== undefined && sourcesOf(before) !== sourcesOf(observation),
    city: panel.city(area, period),
    level: distributionOf(values.filter((each) => each !== null)),
    coverage: { expected: level.length, present: values.filter((each) => each !== null).length },
    rank: ranksOf(values)[level.findIndex(({ code }) => code === area.code)] ?? null,
    peersMean: meanOf(ofPeers),
    peersCoverage: { expected: peers.length, present: ofPeers.length },
  };
}

/** The indicator by area and period, without the areas that ranks leave out. */
interface Panel {
  value(areaCode: string, period: string): number | null;
  city(area: Area, period: string): Observation | null;
}

function panelOf({ observations, residents, minimumResidents }: SeriesMaterial): Panel {
  const key = (areaCode: string, period: string) => `${areaCode}@${period}`;
  const known = new Map(observations.map((o) => [key(o.areaCode, o.period), o]));
  const people = new Map(residents.map((o) => [key(o.areaCode, o.period), o.value]));
  return {
    value(areaCode, period) {
      const value = known.get(key(areaCode, period))?.value ?? null;
      const inhabitants = people.get(key(areaCode, residentsPeriod(period))) ?? null;
      return exclusionOf(value, inhabitants, minimumResidents) === null ? value : null;
    },
    city: ({ cityCode }, period) => (cityCode === null ? null : (known.get(key(cityCode, period)) ?? null)),
  };
}

/** Residents are counted by year: those of `2024` are for `2024-07` too. */
export const residentsPeriod = (period: string): string => period.slice(0, 4);

function nearest(
  area: Area,
  { period, value }: Observation,
  panel: Panel,
  { level, peers }: SeriesMaterial,
): Area[] {
  return level
    .flatMap((other) => {
      const theirs = other.code === area.code ? null : panel.value(other.code, period);
      return theirs === null ? [] : [{ other, distance: Math.abs(theirs - value!) }];
    })
    .sort((a, b) => a.distance - b.distance || (a.other.code < b.other.code ? -1 : 1))
    .slice(0, peers)
    .map(({ other }) => other);
}

const sourcesOf = ({ sourceCodes }: Observation): string => [...sourceCodes].sort().join(" ");

function whyNoChange({ value, status }: Observation, before: Observation | undefined): LocalizedText {
  if (before === undefined) return { it: "È il primo punto della serie.", en: "It is the first point." };
  if (status === "BREAK") return { it: "La serie cambia base qui.", en: "The series changes its base here." };
  return value === null
    ? { it: "Questo punto non ha valore.", en: "This point has no value." }
    : { it: "Il punto precedente non ha valore.", en: "The point before has no value." };
}

function whyNot(
  points: readonly SeriesPoint[],
  first: Observation | undefined,
  last: Observation | undefined,
): LocalizedText | null {
  if (first === undefined || first === last)
    return { it: "Servono almeno due valori.", en: "It takes at least two values." };
  const after = points.slice(points.findIndex(({ observation }) => observation === first) + 1);
  return after.some(({ isBreak }) => isBreak)
    ? { it: "La serie cambia base in mezzo.", en: "The series changes its base in between." }
    : null;
}
