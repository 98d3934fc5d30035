import settings from "../../../../data/page/settings.json";
import type { Values } from "../address/address";
import type { AreaLevel } from "../api/operations/neighbourhood";
import { momentAt, now } from "../kit/moment";

/** Most areas that stand side by side, the first of which is the one of the view. */
export const mostAreas = 4;

/** What the view shows. */
export interface NeighbourhoodChoice {
  readonly area: string;
  /** Compared with it. */
  readonly others: readonly string[];
  /** Indicator of the trend. */
  readonly trend: string;
  /** Walking speed in km/h. */
  readonly speed: number;
  /** Moment for opening hours. */
  readonly at: string;
}

const { neighbourhood: first, timeZone } = settings;

/** The choice in the address, with the configured one where the address has none that can be read. */
export function readChoice({
  area = first.area,
  compare = "",
  trend = first.trend,
  speed,
  at = "",
}: Values): NeighbourhoodChoice {
  const others = compare.split(",").filter((code) => code !== "" && code !== area);
  return {
    ...{ area, trend },
    others: [...new Set(others)].slice(0, mostAreas - 1),
    speed: first.speeds.find((known) => String(known) === speed) ?? first.speeds[0]!,
    at: momentAt(at, timeZone) ?? new Date(now()).toISOString(),
  };
}

/** The variables of the operation, but for the language. */
export const variablesOf = ({ area, others, trend, speed, at }: NeighbourhoodChoice) => ({
  ...{ area, areas: [area, ...others], side: 1 + others.length, trend, speed, at },
  level: first.level as AreaLevel,
  people: first.people,
  since: first.since,
  income: first.income,
  population: first.population,
  populationPeriod: first.populationPeriod,
});
