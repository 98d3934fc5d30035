import { areaTotal } from "../../domain/indicators/area-total";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Coverage } from "../../domain/indicators/observation";
import { knownGroups } from "../../domain/statistics/cube";
import { type AreaNumber, readAreaNumbers } from "../indicators/read-area-numbers";
import type { QueryContext } from "../kit/query-context";
import type { CountScope } from "./read-counted";

/** How counts are related to people. */
export interface Relation {
  /** It counts the people. */
  readonly indicator: IndicatorDefinition;
  readonly period: string;
  /** Number of people in a ratio. */
  readonly factor: number;
}

/** The people of the denominators. */
export interface People extends Relation {
  /** The people of an area; `undefined` stands for all areas together, `null` for an unknown area. */
  readonly of: (areaCode: string | null | undefined) => AreaNumber | null;
  /** Areas whose people are related, and those of them with a value. */
  readonly coverage: Coverage;
}

/**
 * The people of each area of the level, and of all together: those of the areas that a filter keeps, else those of the
 * city as published.
 * @param kept codes of the areas that a filter keeps.
 */
export function readPeople(
  relation: Relation,
  groupBy: readonly string[],
  kept: readonly string[] | undefined,
  { level, city }: CountScope,
  context: QueryContext,
): People {
  const { indicator, period } = relation;
  const byArea = groupBy.includes("AREA") || kept !== undefined;
  const [ofLevel, cities] = [
    byArea ? readAreaNumbers({ indicator, period, city }, level, context) : [],
    kept ? [] : readAreaNumbers({ indicator, period, city }, "CITY", context),
  ];
  const areaCodes = ofLevel.map(({ areaCode }) => areaCode);
  const wanted = kept && knownGroups("AREA", kept, areaCodes);
  const selected = ofLevel.filter(({ areaCode }) => wanted?.includes(areaCode) ?? true);
  const all = together(indicator, kept ? selected : cities);
  const byCode = new Map(ofLevel.map((number) => [number.areaCode, number]));
  const related = byArea ? selected : cities;
  return {
    ...relation,
    of: (code) => (code === undefined ? all : code === null ? null : (byCode.get(code) ?? null)),
    coverage: { expected: related.length, present: related.filter(({ value }) => value !== null).length },
  };
}

/** The people of several areas; of a single one, as they are. */
function together(indicator: IndicatorDefinition, numbers: readonly AreaNumber[]): AreaNumber {
  const [only, ...others] = numbers;
  if (only !== undefined && others.length === 0) return only;
  const parts = numbers.map(({ areaCode }) => ({ areaCode, share: 1 }));
  const total = areaTotal(indicator, parts, new Map(numbers.map((each) => [each.areaCode, each])));
  return { areaCode: "", isPublished: false, ...total };
}
