import type { CentreDimension, Groups, ServiceDimension } from "../../domain/counts/countable";
import { type Countable, countBy, keepGroups } from "../../domain/counts/totals";
import { areaTotal } from "../../domain/indicators/area-total";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { ratioFactor, ratioOf } from "../../domain/indicators/ratio";
import { HubError } from "../../domain/kit/errors";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { CareDomain } from "../../domain/services/service";
import { type AreaNumber, readAreaNumbers } from "../indicators/read-area-numbers";
import { checkWholeDay } from "../kit/check-bounds";
import { knownCode } from "../kit/known-code";
import type { QueryContext } from "../kit/query-context";
import { checkCells } from "./check-cells";
import { readCountableCentres, readCountableServices } from "./countable";
import type { RatioDimension, RatioRequest, RatioSubject, Ratios } from "./ratios";

const method =
  "1,000 x things / people. A service that serves several areas, or has several sorts of care or target groups, counts in each of its cells; a centre lies in one area of a level at most. The people are those of the area and year, of all areas together (the number of the city) where areas are not asked for. Things with an unknown area have no ratio. Ratios are never added up nor averaged.";

const dimensionsOf = {
  CENTRES: ["AREA", "KIND"],
  SERVICES: ["AREA", "CARE_DOMAIN", "TARGET_GROUP"],
} as const satisfies Record<RatioSubject, readonly RatioDimension[]>;

/**
 * Things for 1,000 people of a group: the reads of the totals, and those of the people.
 * @throws HubError BAD_USER_INPUT, UNKNOWN_CODE, LIMIT_EXCEEDED.
 */
export async function makeRatios(request: RatioRequest, context: QueryContext): Promise<Ratios> {
  const { of, level, period, city } = request;
  const groupBy = [...new Set(request.groupBy)];
  const strange = groupBy.find((dimension) => !dimensionsOf[of].some((own) => own === dimension));
  if (strange !== undefined) throw notOf(of, strange);
  const on = of === "CENTRES" ? (request.on ?? context.receivedAt.slice(0, 10)) : null;
  if (on !== null) checkWholeDay("on", on);
  const per = await knownCode(context.loaders.indicator, "per", request.per);
  if (per.aggregation !== "SUM") throw notCounted(per);
  const byArea = groupBy.includes("AREA");
  const [countable, numbers] = await Promise.all([
    readThings(request, groupBy, on, context),
    readAreaNumbers({ indicator: per, period, city }, byArea ? level : "CITY", context),
  ]);
  const { areas, terms } = countable;
  const wanted = wantedAreas(request, groupBy, areas);
  const { sides, things } = keepGroups(
    countable,
    groupBy.map((dimension) => (dimension === "AREA" ? wanted : null)),
  );
  checkCells(sides);
  const counted = numbers.filter(({ areaCode }) => !byArea || wanted === null || wanted.includes(areaCode));
  const people = new Map(numbers.map((number) => [number.areaCode, number]));
  const everybody = byArea ? null : ofAll(per, numbers);
  const { cells, ...totals } = countBy(sides, things);
  return {
    of,
    groupBy,
    level,
    on,
    per,
    period,
    factor: ratioFactor,
    method,
    ...totals,
    peopleCoverage: {
      expected: counted.length,
      present: counted.filter(({ value }) => value !== null).length,
    },
    cells: cells.map(({ groups, count }) => {
      const codeOf = (dimension: RatioDimension) => groups[groupBy.indexOf(dimension)] ?? null;
      const termOf = (dimension: RatioDimension) =>
        terms.find(({ code }) => code === codeOf(dimension)) ?? null;
      const theirs = byArea ? (people.get(codeOf("AREA") ?? "") ?? null) : everybody;
      return {
        area: areas.find(({ code }) => code === codeOf("AREA")) ?? null,
        careDomain: codeOf("CARE_DOMAIN") as CareDomain | null,
        kind: termOf("KIND"),
        targetGroup: termOf("TARGET_GROUP"),
        unknown: groupBy.filter((_, i) => groups[i] === null),
        count,
        people: theirs,
        ...ratioOf(count, theirs),
      };
    }),
  };
}

function readThings(
  { of, level, city }: RatioRequest,
  groupBy: readonly RatioDimension[],
  on: string | null,
  context: QueryContext,
): Promise<Countable & Groups> {
  switch (of) {
    case "CENTRES":
      return readCountableCentres(groupBy as readonly CentreDimension[], level, on!, context, city);
    case "SERVICES":
      return readCountableServices(groupBy as readonly ServiceDimension[], level, context, city);
  }
}

/** The people of all cities; of the one city where there is but one, as it is published. */
function ofAll(per: IndicatorDefinition, cities: readonly AreaNumber[]): AreaNumber {
  const [only, ...others] = cities;
  if (only !== undefined && others.length === 0) return only;
  const parts = cities.map(({ areaCode }) => ({ areaCode, share: 1 }));
  const total = areaTotal(per, parts, new Map(cities.map((city) => [city.areaCode, city])));
  return { areaCode: "", isPublished: false, ...total };
}

/** @throws HubError BAD_USER_INPUT without areas to tell by, UNKNOWN_CODE for one that is not of the level. */
function wantedAreas(
  { areas, level }: RatioRequest,
  groupBy: readonly RatioDimension[],
  known: readonly Area[],
): readonly string[] | null {
  if (areas === null || areas === undefined) return null;
  if (!groupBy.includes("AREA")) throw areasUngrouped();
  for (const code of areas) if (!known.some((area) => area.code === code)) throw notInLevel(code, level);
  return areas;
}

const areasUngrouped = (): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: "areas are named, but groupBy has no AREA.",
    messageIt: "Sono indicate delle aree, ma groupBy non contiene AREA.",
    hint: "Add AREA to groupBy, or leave areas out.",
    where: "areas",
  });

const notInLevel = (code: string, level: AreaLevel): HubError =>
  new HubError("UNKNOWN_CODE", {
    message: `areas has "${code.slice(0, 80)}", which is no area of the level ${level}.`,
    messageIt: `areas contiene "${code.slice(0, 80)}", che non è un'area del livello ${level}.`,
    hint: "Look the code up with { areas(level: ...) { nodes { code name } } }.",
    where: "areas",
  });

const notOf = (of: RatioSubject, dimension: RatioDimension): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: `groupBy has ${dimension}, which ${of} do not have.`,
    messageIt: `groupBy contiene ${dimension}, che ${of} non hanno.`,
    hint: `${of} are told by ${dimensionsOf[of].join(", ")}.`,
    where: "groupBy",
  });

const notCounted = ({ code }: IndicatorDefinition): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: `per is "${code}", which counts no people: its values are not summed.`,
    messageIt: `per è "${code}", che non conta persone: i suoi valori non si sommano.`,
    hint: "Name an indicator with the aggregation SUM, for example residents or residents_65plus.",
    where: "per",
  });
