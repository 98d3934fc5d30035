import { limits } from "../../domain/kit/limits";
import { labels } from "../../domain/kit/messages/en/labels";
import { type AreaLevel, isZoneLevel } from "../../domain/places/area";

/** What a field costs beyond a plain field. A unit is the work of one plain field (docs/decisions/0027). */
export interface FieldWeight {
  /** Units of its computation, each time that it is computed. */
  readonly units?: number | ((args: Args) => number);
  /** Calls of the store and items that they return; while a request runs they are counted, not estimated. */
  readonly calls?: number | ((args: Args) => number);
  readonly items?: number | ((args: Args) => number);
  /** Pairs of points and centres that it compares; counted while a request runs. */
  readonly pairs?: (args: Args) => number;
  /** Expected length of a list without `first`. The real length is counted while the request runs. */
  readonly length?: number | ((args: Args) => number);
  /** Bytes of a value that is longer than its type suggests. */
  readonly bytes?: number | ((args: Args) => number);
}

export type Args = Readonly<Record<string, unknown>>;

const day = 86_400_000;

/** Days between two arguments. More than the limit are refused by the field. */
const days =
  (most: number) =>
  ({ from, to }: Args): number => {
    const span = (Number(to) - Number(from)) / day;
    return Number.isFinite(span) ? Math.min(Math.max(Math.ceil(span), 1), most) : most;
  };
const openingDays = days(92);
const closureDays = days(366);

/** Length of a list in an argument. */
const given =
  (name: string) =>
  ({ [name]: list }: Args): number =>
    Array.isArray(list) ? list.length : 1;

const opening = {
  isOpenAt: { units: 40 },
  nextOpening: { units: 65 },
  openingHours: { units: (args: Args) => 12 * openingDays(args), length: openingDays },
  closures: { units: (args: Args) => 10 * closureDays(args) },
} as const;

const ofType = (type: string, fields: Readonly<Record<string, FieldWeight>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, weight]) => [`${type}.${name}`, weight]));

const isGiven = (filter: unknown, ...names: readonly string[]): boolean =>
  names.some((name) => ((filter ?? {}) as Args)[name] != null);

const isOpening = ({ filter }: Args): boolean => isGiven(filter, "openAt", "openDuring", "openOn");

const isNear = ({ filter }: Args): boolean => isGiven(filter, "near");

/** Cells of the grid around a point, and the centres in them; in Milan no more are found beyond 2 km. */
const around = ({ filter }: Args): { calls: number; items: number } => {
  const { near } = (filter ?? {}) as Args;
  const { withinMetres } = (near ?? { withinMetres: 0 }) as Args;
  const share = Math.min(Number(withinMetres) / 2_000, 1) || 0;
  return near == null ? { calls: 0, items: 0 } : { calls: 12, items: 50 + 250 * share };
};

/**
 * Opening times are computed, and an order without a key is made, of all centres or services of an area. Around a point nothing
 * is read but what lies in the circle, in any order.
 */
const placesOf = (isOfArea: (args: Args) => boolean): FieldWeight => ({
  units: (args) => (isOpening(args) ? (isOfArea(args) || isNear(args) ? 5_000 : 20_000) : 0),
  calls: (args) => around(args).calls,
  items: (args) => {
    const isWhole = isOpening(args) || (args.sort ?? "NAME") !== "NAME" || args.updatedSince != null;
    return around(args).items + (isWhole && !isNear(args) ? (isOfArea(args) ? 200 : 1_000) : 0);
  },
});
const places = placesOf(({ filter }) => isGiven(filter, "area"));
const placesOfArea = placesOf(() => true);

/** Cells of the grid, and the centres in them, grow with the radius. */
const radiusShare = ({ input }: Args): number =>
  Math.min(Number((input as Args).withinMetres) / limits.searchRadiusMetres.largest, 1) || 0;
const nearest: FieldWeight = {
  units: 2_000,
  calls: (args) => 4 + 18 * radiusShare(args),
  items: (args) => 150 + 250 * radiusShare(args),
};

/** Of all centres of Milan, by the catchment; fewer if the filter names centres of a kind, area or strategy. */
const accessPairs = ({ input }: Args): number => {
  const { filter, whatIf, minutes, walkingSpeedKmh, detourFactor } = input as Args;
  const kilometres = (Number(minutes) * Number(walkingSpeedKmh)) / 60 / Number(detourFactor);
  const isNarrow = isGiven(filter, "kinds", "area", "strategy");
  const pairs = isNarrow ? 400_000 : 1_000_000 + 1_400_000 * kilometres;
  return Math.min((whatIf == null ? 1 : 2) * pairs, limits.accessPairs) || 0;
};

/** The neighbourhoods of Milan are 88. */
const areasOfCity = 100;

/** Locations with one centre, or with several, are found among all. */
const locations: FieldWeight = { items: ({ filter }) => (isGiven(filter, "shared") ? 250 : 0) };

/** Means of the neighbourhoods and districts of Milan. */
const bytesOfBoundary: Readonly<Record<string, number>> = { OVERVIEW: 300, MAP: 700, DETAILED: 1_200 };

const enums = Object.keys(labels).length;

/** Views of indicators share the panels of a request. The zones of an indicator without values of zones are read as a list. */
const panel: FieldWeight = {
  units: 1_000,
  calls: 3,
  items: ({ level }) => (isZoneLevel(level as AreaLevel) ? 60 : 3),
};
/** Without `indicators`, of all that have values, in Milan 45; profiles of one request share these reads. */
const profile: FieldWeight = {
  units: 1_000,
  calls: (args) => (args.indicators == null ? 10 : given("indicators")(args)),
};

/** A question that the hub computes over all areas, centres or records of a city. */
const overview: FieldWeight = { units: 2_000, calls: 10, items: 20 };

/** Each measure is an overview of its own. People are read apart; centres of the whole hub are read one by one. */
const measuresOf = ({ input }: Args): readonly unknown[] => {
  const { measures } = (input ?? {}) as Args;
  return Array.isArray(measures) ? measures : [];
};
const aggregate: FieldWeight = {
  units: (args) => 2_000 * measuresOf(args).length,
  calls: (args) => 5 * (measuresOf(args).length + (isGiven(args.input, "per") ? 1 : 0)),
  items: (args) => {
    const isWhole = measuresOf(args).includes("CENTRES") && !isGiven(args.input, "city");
    return 20 * measuresOf(args).length + (isWhole ? 400 : 0);
  },
};

/** A change rebuilds the lists with its record. */
export const change: FieldWeight = { calls: 40, items: 800 };
/** And those of the areas and locations of its city. */
const changeOfCentre: FieldWeight = { calls: 45, items: 2_400 };

/**
 * Measured weights by `Type.field`; any other field costs what its type suggests (`weightOf`). The benchmark
 * (`npm run bench:cost`) prints the CPU time of each, and docs/errors-and-limits.md the reasons.
 */
export const fieldWeights: Readonly<Record<string, FieldWeight>> = {
  ...ofType("Centre", {
    ...opening,
    alternateRecords: { items: 1, length: 1 },
    services: { items: 1, length: 20 },
  }),
  ...ofType("ServiceAtLocation", opening),
  ...ofType("Location", { centres: { length: 10 }, services: { length: 20 } }),
  ...ofType("Service", {
    locations: { calls: 1, length: 10 },
    /** It reads the centres of the locations, 10 as above. */
    nearestCentre: { calls: 1, units: 200 },
  }),
  ...ofType("Area", {
    boundary: { bytes: ({ precision }) => bytesOfBoundary[String(precision)] ?? 0 },
    centres: placesOfArea,
    /** It searches the list of all changes. */
    changes: { calls: 20 },
    hints: { calls: 2, items: 10 },
    newestObservations: { items: 200 },
    organizations: { calls: 5, items: 200 },
    overlaps: { items: 1 },
    profile,
    series: panel,
    services: placesOfArea,
  }),
  ...ofType("Aggregate", { measures: { length: 2 } }),
  ...ofType("AggregateCell", { groups: { length: 2 }, values: { length: 2 } }),
  ...ofType("AggregateGroup", { record: { units: 15 } }),
  ...ofType("Access", { areas: { length: areasOfCity } }),
  ...ofType("CompositeIndex", { areas: { length: areasOfCity } }),
  ...ofType("CompositeArea", { values: { length: 3 } }),
  ...ofType("CompositeAreaValue", { parts: { length: 5 } }),
  ...ofType("CompositeValue", { parts: { length: 5 } }),
  ...ofType("CoverageMatrix", { areas: { length: areasOfCity } }),
  ...ofType("NearestCentres", { results: { length: limits.nearest.usual } }),
  ...ofType("AreaMean", { areas: { length: limits.peers.usual } }),
  ...ofType("IndicatorDefinition", { map: panel, series: panel }),
  ...ofType("IndicatorMap", { classes: { length: 5 } }),
  ...ofType("IndicatorPanel", { cells: { length: 25 } }),
  ...ofType("Mutation", {
    createCentre: changeOfCentre,
    /** It may be one of a centre. */
    reviewChange: changeOfCentre,
    mergeCentres: changeOfCentre,
    retireCentre: changeOfCentre,
    updateCentre: changeOfCentre,
  }),
  ...ofType("Query", {
    access: { units: 27_000, pairs: accessPairs, calls: 5, items: 300 },
    aggregate,
    /** Shapes of the areas whose boxes hold the point. */
    areaAt: { units: 1_000, calls: 2, items: 200 },
    byExternalIdentifier: { calls: 2, items: 2, length: 2 },
    centres: places,
    compositeIndex: { units: 20_000, calls: 5, items: 10 },
    costOf: { units: 5_000 },
    dataVersion: { calls: 1 },
    /** Every open issue is looked at, once for each version of the data. */
    dataQuality: { ...overview, items: 200 },
    dataQualitySummary: { ...overview, items: 200 },
    enumerations: { length: ({ names }) => (Array.isArray(names) ? names.length : enums) },
    indicators: { units: ({ filter }) => (isGiven(filter, "text") ? 1_000 : 0), calls: 3 },
    locations,
    nearestCentres: nearest,
    nodes: { length: given("ids"), items: 1 },
    /** Every centre is compared with those near it. */
    possibleSameCentres: { units: 25_000, calls: 4, items: 1_000 },
    search: { units: 1_000 },
    services: places,
  }),
  ...ofType("Strategy", {
    reach: overview,
    spending: overview,
    budgetDiff: overview,
    coverageMatrix: overview,
    engagementTotals: overview,
  }),
};
