import { lastDay } from "../kit/dates";
import { groupBy } from "../kit/group-by";
import { byText } from "../kit/order";
import { sum } from "../kit/sum";
import { type Area, type AreaLevel, areaLevels } from "../places/area";
import { type Coverage, isCounted, type Observation } from "./observation";

/** Where and when an indicator has values among the areas of one level of a city. */
interface CoverageInCity {
  readonly level: AreaLevel;
  /** Number of areas of the level. */
  readonly expected: number;
  /** Codes of the areas with a value in any period. */
  readonly areaCodes: readonly string[];
  /** Number of areas with a value in each period that has any. */
  readonly present: Readonly<Record<string, number>>;
  /** The periods in which every value is a forecast; absent without any. */
  readonly forecasts?: readonly string[];
}

/** All indicators of a city that have a value, by code. */
export type CoverageDocument = Readonly<Record<string, readonly CoverageInCity[]>>;

/** Id of the document in the scope of each city. */
export const coverageDocumentId = "coverage";

/** @param areas of the city, itself included. @param observations of one indicator in them. */
export function coverageInCity(
  areas: readonly Area[],
  observations: readonly Observation[],
): readonly CoverageInCity[] {
  const levels = groupBy(
    observations.filter(({ value }) => value !== null),
    ({ areaLevel }) => areaLevel,
  );
  return areaLevels.flatMap((level) => {
    const valued = levels.get(level) ?? [];
    if (valued.length === 0) return [];
    const forecasts = [...groupBy(valued, ({ period }) => period)].flatMap(([period, own]) =>
      own.some(isCounted) ? [] : [period],
    );
    const periods = [...groupBy(valued, ({ period }) => period)].sort(([a], [b]) => byText(a, b));
    return {
      level,
      expected: areas.filter((area) => area.level === level).length,
      areaCodes: [...new Set(valued.map(({ areaCode }) => areaCode))].sort(byText),
      present: Object.fromEntries(periods.map(([period, own]) => [period, own.length])),
      ...(forecasts.length > 0 && { forecasts: forecasts.sort(byText) }),
    };
  });
}

/** Where and when an indicator has values among all areas of one level. */
export interface LevelCoverage {
  readonly level: AreaLevel;
  /** With a value in any area, oldest first; never empty. */
  readonly periods: readonly string[];
  /** Those in which a value is no forecast, oldest first. */
  readonly counted: readonly string[];
  /** The newest of the counted periods; without them, the newest forecast. */
  readonly newestPeriod: string;
  /** Areas with a value in the newest period. */
  readonly coverage: Coverage;
}

/** Where and when one indicator has values. */
export interface IndicatorCoverage {
  /** From the city down. */
  readonly levels: readonly LevelCoverage[];
  readonly areaCodes: ReadonlySet<string>;
}

/** The coverage of an indicator in all cities together. */
export function indicatorCoverage(documents: readonly CoverageDocument[], code: string): IndicatorCoverage {
  const cities = documents.flatMap((document) => document[code] ?? []);
  const levels = groupBy(cities, ({ level }) => level);
  return {
    levels: areaLevels.flatMap((level) => {
      const own = levels.get(level) ?? [];
      const periods = oldestFirst(own.flatMap(({ present }) => Object.keys(present)));
      const counted = oldestFirst(own.flatMap(countedPeriods));
      const newestPeriod = counted.at(-1) ?? periods.at(-1);
      if (newestPeriod === undefined) return [];
      const coverage = {
        expected: sum(own.map(({ expected }) => expected)),
        present: sum(own.map(({ present }) => present[newestPeriod] ?? 0)),
      };
      return { level, periods, counted, newestPeriod, coverage };
    }),
    areaCodes: new Set(cities.flatMap(({ areaCodes }) => areaCodes)),
  };
}

const countedPeriods = ({ present, forecasts = [] }: CoverageInCity): string[] =>
  Object.keys(present).filter((period) => !forecasts.includes(period));

/** Each once, by the last day that it can mean. */
export const oldestFirst = (periods: readonly string[]): string[] =>
  [...new Set(periods)].sort((a, b) => byText(lastDay(a), lastDay(b)) || byText(a, b));
