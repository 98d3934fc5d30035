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

/** What must be said so that there is something to measure. */
type MeasureNeed = "indicator" | "strategy";

export interface MeasureRule {
  /** What it can be grouped and filtered by. */
  readonly dimensions: readonly Dimension[];
  readonly needs: MeasureNeed | null;
  /** Of this dimension no two groups are ever added up: it is grouped by, or filtered to one. */
  readonly apart: Dimension | null;
}

/** Every measure with its rules; a measure that is added here breaks the build until it can be read. */
export const measureRules: Readonly<Record<Measure, MeasureRule>> = {
  CENTRES: { dimensions: ["AREA", "KIND"], needs: null, apart: null },
  EXPENDITURE: { dimensions: ["ACTION", "FUND", "STAGE"], needs: "strategy", apart: "STAGE" },
  OBSERVATION: { dimensions: ["AREA", "PERIOD"], needs: "indicator", apart: "PERIOD" },
  PARTICIPANTS: { dimensions: ["AGE_CLASS", "AREA"], needs: "strategy", apart: null },
  PLAN: { dimensions: ["FUND"], needs: "strategy", apart: null },
  SERVICES: {
    dimensions: ["AREA", "CARE_DOMAIN", "ORGANIZATION", "TARGET_GROUP"],
    needs: null,
    apart: null,
  },
};

export interface Combination {
  readonly measures: readonly Measure[];
  readonly groupBy: readonly Dimension[];
  readonly filter: GroupFilter<Dimension>;
  /** What was said of what measures need. */
  readonly given: Readonly<Record<MeasureNeed, boolean>>;
}

/** The filter as far as it concerns a measure: a plan has no stages, and none is chosen by one. */
export const filterFor = (measure: Measure, filter: GroupFilter<Dimension>): GroupFilter<Dimension> =>
  new Map([...filter].filter(([dimension]) => measureRules[measure].dimensions.includes(dimension)));

/** @throws HubError BAD_USER_INPUT for a combination that makes no sense, naming the measure and what is wrong with it. */
export function checkCombination({ measures: asked, groupBy, filter, given }: Combination): void {
  // A stage or a period must be chosen for the measure that has it; for the others it chooses nothing.
  const chosen = asked.map((measure) => measureRules[measure].apart);
  for (const measure of asked) {
    const { dimensions: own, needs, apart } = measureRules[measure];
    for (const dimension of groupBy) if (!own.includes(dimension)) throw notOf(measure, dimension, "groupBy");
    for (const dimension of filter.keys())
      if (!own.includes(dimension) && !chosen.includes(dimension)) throw notOf(measure, dimension, "filter");
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
