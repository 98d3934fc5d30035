import type { CountDimension } from "../../domain/counts/countable";
import { areaTotal } from "../../domain/indicators/area-total";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { ratioFactor, ratioOf } from "../../domain/indicators/ratio";
import { HubError } from "../../domain/kit/errors";
import type { Area, AreaLevel } from "../../domain/places/area";
import { type AreaNumber, readAreaNumbers } from "../indicators/read-area-numbers";
import { checkWholeDay } from "../kit/check-bounds";
import { knownPopulation } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { withRecords } from "./make-totals";
import { type CountSubject, readCounted } from "./read-counted";

export interface RatioRequest {
  readonly of: CountSubject;
  readonly groupBy: readonly CountDimension[];
  /** Code of the indicator that counts the people. */
  readonly per: string;
  readonly period: string;
  readonly level: AreaLevel;
  /** `null` for the whole hub. */
  readonly city: string | null;
  /** Codes of the areas in the answer; all of the level if absent. */
  readonly areas: readonly string[] | null | undefined;
  /** Today if absent. */
  readonly on: string | null | undefined;
}

export type Ratios = Awaited<ReturnType<typeof makeRatios>>;
export type RatioCell = Ratios["cells"][number];

const method =
  "1,000 x things / people. A service that serves several areas, or has several sorts of care or target groups, counts in each of its cells; a centre lies in one area of a level at most. The people are those of the area and year, of all areas together (the number of the city) where areas are not asked for. Things with an unknown area have no ratio. Ratios are never added up nor averaged.";

const dimensionsOf: Readonly<Record<CountSubject, readonly CountDimension[]>> = {
  CENTRES: ["AREA", "KIND"],
  SERVICES: ["AREA", "CARE_DOMAIN", "TARGET_GROUP"],
};

/**
 * Records per 1,000 people of a group: the reads of the totals, and those of the people.
 * @throws HubError BAD_USER_INPUT, UNKNOWN_CODE, LIMIT_EXCEEDED.
 */
export async function makeRatios(request: RatioRequest, context: QueryContext) {
  const { of, level, period, city } = request;
  const groupBy = [...new Set(request.groupBy)];
  const strange = groupBy.find((dimension) => !dimensionsOf[of].includes(dimension));
  if (strange !== undefined) {
    const values = { argument: "groupBy", dimension: strange, subject: of, known: dimensionsOf[of] };
    throw new HubError("BAD_USER_INPUT", "dimension", values, { where: "groupBy" });
  }
  const on = request.on ?? context.receivedAt.slice(0, 10);
  if (of === "CENTRES") checkWholeDay("on", on);
  const per = await knownPopulation(context.loaders, "per", request.per);
  const byArea = groupBy.includes("AREA");
  const [{ cube, ...records }, numbers] = await Promise.all([
    readCounted(of, groupBy, { level, city, on }, context),
    readAreaNumbers({ indicator: per, period, city }, byArea ? level : "CITY", context),
  ]);
  const wanted = wantedAreas(request, groupBy, records.areas);
  const everybody = byArea ? null : ofAll(per, numbers);
  const byCode = new Map(numbers.map((number) => [number.areaCode, number]));
  const ratios = cube.as((count, at) => {
    const people = byArea ? (byCode.get(at("AREA") ?? "") ?? null) : everybody;
    return { count, people, ...ratioOf(count, people) };
  });
  const { cells, total, coverage } = ratios.slice(groupBy, new Map(wanted ? [["AREA", wanted]] : []));
  const asked = numbers.filter(({ areaCode }) => wanted?.includes(areaCode) ?? true);
  return {
    of,
    groupBy,
    level,
    /** The day of the kinds of centres. */
    on: of === "CENTRES" ? on : null,
    per,
    period,
    factor: ratioFactor,
    method,
    total: total!.count,
    coverage,
    peopleCoverage: { expected: asked.length, present: asked.filter(({ value }) => value !== null).length },
    cells: withRecords(groupBy, cells, records),
  };
}

/** The people of all cities; of a single city, as published. */
function ofAll(per: IndicatorDefinition, cities: readonly AreaNumber[]): AreaNumber {
  const [only, ...others] = cities;
  if (only !== undefined && others.length === 0) return only;
  const parts = cities.map(({ areaCode }) => ({ areaCode, share: 1 }));
  const total = areaTotal(per, parts, new Map(cities.map((city) => [city.areaCode, city])));
  return { areaCode: "", isPublished: false, ...total };
}

/** @throws HubError BAD_USER_INPUT for areas without that dimension, UNKNOWN_CODE for an area of another level. */
function wantedAreas(
  { areas, level }: RatioRequest,
  groupBy: readonly CountDimension[],
  known: readonly Area[],
): readonly string[] | null {
  if (areas === null || areas === undefined) return null;
  if (!groupBy.includes("AREA"))
    throw new HubError("BAD_USER_INPUT", "areasUngrouped", null, { where: "areas" });
  for (const code of areas)
    if (!known.some((area) => area.code === code))
      throw new HubError("UNKNOWN_CODE", "notOfLevel", { code, level }, { where: "areas" });
  return areas;
}
