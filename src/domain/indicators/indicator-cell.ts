import { joinedText, type LocalizedText } from "../kit/localized-text";
import type { Area } from "../places/area";
import { type Change, changeBetween } from "../statistics/change";
import { type AreaMean, areaMean, type Weighting } from "./area-mean";
import type { IndicatorDefinition } from "./indicator";
import type { IndicatorPanel } from "./indicator-panel";
import type { Observation } from "./observation";
import { breakBetween } from "./series-break";

/** What an area is compared with. */
export interface Comparison {
  readonly weighting: Weighting;
  /** Number of peers. */
  readonly peers: number;
  /** The period that changes are counted from; the previous point of the series if absent. */
  readonly since?: string | null | undefined;
}

/** A value of an area beside its city, its earlier values, its level and its peers (docs/methods.md, Series). */
export type ComparedValue = ReturnType<typeof comparedValue>;

export function comparedValue(
  { code, cityCode }: Area,
  period: string,
  panel: IndicatorPanel,
  indicator: IndicatorDefinition,
  { weighting, peers: count, since }: Comparison,
) {
  const series = panel.series(code);
  const place = series.findIndex((each) => each.period === period);
  const own = series[place];
  const from = since ? series.findIndex((each) => each.period === since) : place - 1;
  const broken = breakBetween(series, series[from]?.period ?? null, period);
  const base = own === undefined || broken !== null ? undefined : baseOf(series, from, place);
  const city = panel.at(cityCode, period);
  const changeFrom = (then: Observation | null | undefined, now: Observation | null | undefined) =>
    base === undefined ? null : changeBetween(base.period, then?.value, period, now?.value);
  const change = changeFrom(base, own);
  const besides = besideCity(indicator, own?.value ?? null, city?.value ?? null);
  return {
    city,
    ...besides,
    change,
    changeReason: change === null ? reasonOfNoChange(broken, base) : null,
    cityChange: changeFrom(base && panel.at(cityCode, base.period), city) as Change | null,
    sourceChanged: place > 0 && sourcesOf(series[place - 1]!) !== sourcesOf(own!),
    /** The earlier period that changes are counted from. */
    base: base?.period ?? null,
    peers(): AreaMean | null {
      const first = series.find((each) => each.value !== null && (!since || each.period === since));
      if (first === undefined) return null;
      const areas = nearest(first, panel, count);
      return areaMean(areas, panel, indicator, weighting, period, base?.period ?? null);
    },
  };
}

/** A difference for ratios and indices, in their unit; a share, 0 to 1, for counts. */
function besideCity({ aggregation }: IndicatorDefinition, value: number | null, city: number | null) {
  const both = value !== null && city !== null;
  const isCount = aggregation === "SUM";
  return {
    differenceToCity: both && !isCount ? value - city : null,
    shareOfCity: both && isCount && city !== 0 ? value / city : null,
  };
}

/** The earlier observation that a change is counted from. */
const baseOf = (series: readonly Observation[], from: number, place: number) =>
  from < 0 || from >= place ? undefined : series[from];

function reasonOfNoChange(broken: Observation | null, base: Observation | undefined): LocalizedText {
  if (broken !== null) {
    const says: LocalizedText = {
      it: `La serie si interrompe nel periodo ${broken.period}: i valori prima e dopo non sono confrontabili.`,
      en: `The series breaks in ${broken.period}: values before and after it are not comparable.`,
    };
    return joinedText([says, broken.note ?? []].flat())!;
  }
  return base === undefined
    ? { it: "Manca un periodo precedente della serie.", en: "The series has no earlier period." }
    : { it: "Uno dei due periodi è senza valore.", en: "One of the two periods has no value." };
}

interface Near {
  readonly area: Area;
  readonly distance: number;
}

const byDistance = (a: Near, b: Near): number =>
  a.distance - b.distance || (a.area.code < b.area.code ? -1 : 1);

/** In one pass, because a map asks for the peers of every area. */
function nearest({ areaCode, period, value }: Observation, panel: IndicatorPanel, count: number): Area[] {
  const found: Near[] = [];
  for (const { area, rank, observation } of panel.slice(period).entries) {
    if (rank === null || area.code === areaCode) continue;
    const near = { area, distance: Math.abs(observation!.value! - value!) };
    if (found.length === count && byDistance(found.at(-1)!, near) < 0) continue;
    found.push(near);
    found.sort(byDistance);
    found.splice(count);
  }
  return found.map(({ area }) => area);
}

const sourcesOf = ({ sourceCodes }: Observation): string => [...sourceCodes].sort().join(" ");
