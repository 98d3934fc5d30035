import { HubError } from "../kit/errors";
import type { GroupFilter } from "../statistics/cube";

const dimensions = [
  "ACTION",
  "AGE_CLASS",
  "AREA",
  "CARE_DOMAIN",
  "FUND",
  "KIND",
  "ORGANIZATION",
  "PERIOD",
  "STAGE",
  "STATUS",
  "TARGET_GROUP",
] as const;
export type Dimension = (typeof dimensions)[number];

export const measures = [
  "CENTRES",
  "EXPENDITURE",
  "OBSERVATION",
  "PARTICIPANTS",
  "PLAN",
  "SERVICES",
] as const;
export type Measure = (typeof measures)[number];

/** What a request must name for the measure to have a value. */
type MeasureNeed = "indicator" | "strategy";

export interface MeasureRule {
  readonly dimensions: readonly Dimension[];
  readonly needs: MeasureNeed | null;
  /** Groups of this dimension are never added up: a request groups by it, or filters it to one. */
  readonly apart: Dimension | null;
  /** It counts things in areas of a level, which can be related to the people of the area. */
  readonly isRelatable: boolean;
}

/** Every measure with its rules; a new measure breaks the build until it has a reader. */
export const measureRules: Readonly<Record<Measure, MeasureRule>> = {
  CENTRES: { dimensions: ["AREA", "KIND", "STATUS"], needs: null, apart: null, isRelatable: true },
  EXPENDITURE: {
    dimensions: ["ACTION", "FUND", "STAGE"],
    needs: "strategy",
    apart: "STAGE",
    isRelatable: false,
  },
  OBSERVATION: { dimensions: ["AREA", "PERIOD"], needs: "indicator", apart: "PERIOD", isRelatable: false },
  PARTICIPANTS: { dimensions: ["AGE_CLASS", "AREA"], needs: "strategy", apart: null, isRelatable: false },
  PLAN: { dimensions: ["FUND"], needs: "strategy", apart: null, isRelatable: false },
  SERVICES: {
    dimensions: ["AREA", "CARE_DOMAIN", "ORGANIZATION", "STATUS", "TARGET_GROUP"],
    needs: null,
    apart: null,
    isRelatable: true,
  },
};

export interface Combination {
  readonly measures: readonly Measure[];
  readonly groupBy: readonly Dimension[];
  readonly filter: GroupFilter<Dimension>;
  /** Which needs the request meets. */
  readonly given: Readonly<Record<MeasureNeed, boolean>>;
  /** Whether values are related to people. */
  readonly isRelated: boolean;
}

/** The part of the filter that concerns a measure: a plan has no stages, and no stage excludes it. */
export const filterFor = (measure: Measure, filter: GroupFilter<Dimension>): GroupFilter<Dimension> =>
  new Map([...filter].filter(([dimension]) => measureRules[measure].dimensions.includes(dimension)));

/** @throws HubError BAD_USER_INPUT for a combination without meaning, naming the measure and the fault. */
export function checkCombination({ measures: asked, groupBy, filter, given, isRelated }: Combination): void {
  // A measure needs its own stage or period; for others the choice has no effect.
  const chosen = asked.map((measure) => measureRules[measure].apart);
  for (const measure of asked) {
    const { dimensions: own, needs, apart, isRelatable } = measureRules[measure];
    for (const dimension of groupBy) if (!own.includes(dimension)) throw notOf(measure, dimension, "groupBy");
    for (const dimension of filter.keys())
      if (!own.includes(dimension) && !chosen.includes(dimension)) throw notOf(measure, dimension, "filter");
    if (isRelated && !isRelatable)
      throw new HubError("BAD_USER_INPUT", "notRelated", { measure }, { where: "per" });
    if (needs !== null && !given[needs])
      throw new HubError("BAD_USER_INPUT", "measureNeeds", { measure, need: needs }, { where: needs });
    if (apart !== null && !groupBy.includes(apart) && filter.get(apart)?.length !== 1)
      throw new HubError("BAD_USER_INPUT", "notAdded", { measure, dimension: apart }, { where: "groupBy" });
  }
}

const notOf = (measure: Measure, dimension: Dimension, argument: "filter" | "groupBy"): HubError => {
  const known = measureRules[measure].dimensions;
  const values = { argument, dimension, subject: measure, known };
  return new HubError("BAD_USER_INPUT", "dimension", values, { where: argument });
};
