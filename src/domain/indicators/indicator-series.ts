import { lastDay } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import type { Area } from "../places/area";
import { type Change, changeBetween, changeOfMeans } from "../statistics/change";
import { meanOf } from "../statistics/quantiles";
import type { IndicatorPanel } from "./indicator-panel";
import type { Observation } from "./observation";

export type AreaSeries = ReturnType<typeof areaSeries>;
export type SeriesPoint = ReturnType<typeof pointOf>;

/** A series with its context (docs/methods.md, Series). */
export function areaSeries(area: Area, panel: IndicatorPanel, peerCount: number) {
  const own = panel.observations
    .filter(({ areaCode }) => areaCode === area.code)
    .sort((a, b) => (lastDay(a.period) < lastDay(b.period) ? -1 : 1));
  const valued = own.filter(({ value }) => value !== null);
  const [first, last] = [valued[0], valued.at(-1)];
  const peers = first === undefined ? [] : nearest(first, panel, peerCount);
  const points = own.map((observation, i) => pointOf(area, observation, own[i - 1], peers, panel));
  const noComparison = whyNoComparison(points, first, last);
  const comparison = noComparison === null ? compared(area, first!, last!, peers, panel) : null;
  return { area, points, peers, comparison, noComparison };
}

/** A point of a series, with the city and the other areas of its level. */
function pointOf(
  { code, cityCode }: Area,
  observation: Observation,
  before: Observation | undefined,
  peers: readonly Area[],
  panel: IndicatorPanel,
) {
  const { period, status } = observation;
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
    /** The value of the city itself, not the mean of its areas. */
    city: panel.at(cityCode, period),
    /** Of the ranked areas, this one included. */
    level: distribution,
    coverage: { expected: entries.length, present: values.size },
    rank: entries.find(({ area }) => area.code === code)?.rank ?? null,
    peersMean: meanOf(ofPeers),
    peersCoverage: { expected: peers.length, present: ofPeers.length },
  };
}

/** From the first value to the last. Means are over the areas ranked in both periods only. */
function compared(
  { cityCode }: Area,
  { period: from, value: first }: Observation,
  { period: to, value: last }: Observation,
  peers: readonly Area[],
  panel: IndicatorPanel,
) {
  const [before, after] = [rankedValues(panel, from), rankedValues(panel, to)];
  const meansOf = (areas: readonly Area[]) => {
    const pairs = areas.map(({ code }) => [before.get(code) ?? null, after.get(code) ?? null] as const);
    return changeOfMeans(from, to, pairs);
  };
  return {
    change: changeBetween(from, first, to, last)!,
    city: changeBetween(from, panel.at(cityCode, from)?.value, to, panel.at(cityCode, to)?.value),
    levelMean: meansOf(panel.areas),
    peersMean: meansOf(peers),
  };
}

/** `null` for the first point, at a break, and when either has no value. */
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
