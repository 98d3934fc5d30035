import { lastDay } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import type { Area } from "../places/area";
import { type Change, changeBetween, changeOfMeans } from "../statistics/change";
import { type Distribution, meanOf } from "../statistics/quantiles";
import type { IndicatorPanel, PanelCell } from "./indicator-panel";
import type { Coverage, Observation } from "./observation";

/** A period of a series, beside the city and the other areas of its level. */
export interface SeriesPoint extends Pick<PanelCell, "rank"> {
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

/** A series with what it must be read beside (docs/methods.md, Series). */
export function areaSeries(area: Area, panel: IndicatorPanel, peerCount: number): AreaSeries {
  const { code, cityCode } = area;
  const own = panel.observations
    .filter(({ areaCode }) => areaCode === code)
    .sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? -1 : 1));
  const valued = own.filter(({ value }) => value !== null);
  const [first, last] = [valued[0], valued.at(-1)];
  const peers = first === undefined ? [] : nearest(first, panel, peerCount);
  const points = own.map((observation, i): SeriesPoint => {
    const { period, status } = observation;
    const before = own[i - 1];
    const { entries, distribution } = panel.slice(period);
    const values = rankedValues(panel, period);
    const ofPeers = peers.flatMap((peer) => values.get(peer.code) ?? []);
    const change = changeSince(before, observation);
    return {
      observation,
      change,
      noChange: change === null ? whyNoChange(observation, before) : null,
      isBreak: status === "BREAK",
      sourceChanged: before !== undefined && sourcesOf(before) !== sourcesOf(observation),
      city: panel.at(cityCode, period),
      level: distribution,
      coverage: { expected: entries.length, present: values.size },
      rank: entries.find((entry) => entry.area.code === code)?.rank ?? null,
      peersMean: meanOf(ofPeers),
      peersCoverage: { expected: peers.length, present: ofPeers.length },
    };
  });
  const noComparison = whyNoComparison(points, first, last);
  if (noComparison !== null) return { area, points, peers, comparison: null, noComparison };
  const [from, to] = [first!.period, last!.period];
  const [before, after] = [rankedValues(panel, from), rankedValues(panel, to)];
  const meansOf = (areas: readonly Area[]) =>
    changeOfMeans(
      from,
      to,
      areas.map((each) => [before.get(each.code) ?? null, after.get(each.code) ?? null]),
    );
  const comparison: SeriesComparison = {
    change: changeBetween(from, first!.value, to, last!.value)!,
    city: changeBetween(from, panel.at(cityCode, from)?.value, to, panel.at(cityCode, to)?.value),
    levelMean: meansOf(panel.areas),
    peersMean: meansOf(peers),
  };
  return { area, points, peers, comparison, noComparison };
}

/** `null` for the first point, at a break, and where one of the two has no value. */
export const changeSince = (before: Observation | undefined, now: Observation): Change | null =>
  now.status === "BREAK" || before === undefined
    ? null
    : changeBetween(before.period, before.value, now.period, now.value);

const rankedValues = (panel: IndicatorPanel, period: string): ReadonlyMap<string, number> =>
  new Map(
    panel
      .slice(period)
      .entries.flatMap(({ area, observation, rank }) =>
        rank === null ? [] : [[area.code, observation!.value!] as const],
      ),
  );

function nearest({ areaCode, period, value }: Observation, panel: IndicatorPanel, count: number): Area[] {
  return panel
    .slice(period)
    .entries.filter(({ area, rank }) => rank !== null && area.code !== areaCode)
    .map(({ area, observation }) => ({ area, distance: Math.abs(observation!.value! - value!) }))
    .sort((a, b) => a.distance - b.distance || (a.area.code < b.area.code ? -1 : 1))
    .slice(0, count)
    .map(({ area }) => area);
}

const sourcesOf = ({ sourceCodes }: Observation): string => [...sourceCodes].sort().join(" ");

function whyNoChange({ value, status }: Observation, before: Observation | undefined): LocalizedText {
  if (before === undefined) return { it: "È il primo punto della serie.", en: "It is the first point." };
  if (status === "BREAK") return { it: "La serie cambia base qui.", en: "The series changes its base here." };
  return value === null
    ? { it: "Questo punto non ha valore.", en: "This point has no value." }
    : { it: "Il punto precedente non ha valore.", en: "The point before has no value." };
}

function whyNoComparison(
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
