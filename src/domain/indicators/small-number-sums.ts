import { groupBy } from "../kit/group-by";
import { sum } from "../kit/sum";
import { areaLevels } from "../places/area";
import type { Equation } from "../statistics/suppression";
import { type Observation, observationCode } from "./observation";
import type { Definitions, IndicatorSum } from "./sensitive";

/** A number of one indicator, area and period. */
export interface NumberCell extends Pick<Observation, "areaCode" | "areaLevel" | "indicatorCode" | "period"> {
  readonly value: number;
  /** It is about to be stored, and does not stand beside. */
  readonly isGiven: boolean;
}

/** By code of the observation. */
export type NumberCells = ReadonlyMap<string, NumberCell>;

/** The city of an area; `undefined` if the hub does not know the area: it may be in any. */
export type CityOf = (areaCode: string) => string | null | undefined;

type Place = readonly [key: string, cell: NumberCell];
type Signed = Equation["parts"][number];

/**
 * What a city has is what its areas have, level by level. What is left, such as people without an area, is taken as known to
 * readers. The areas of the file alone are an equation too, because a total of the file may be theirs.
 */
export function sumsOverAreas(
  numbers: NumberCells,
  { cityOf, definitions }: { readonly cityOf: CityOf; readonly definitions: Definitions },
): Equation[] {
  const bySeries = groupBy([...numbers], ([, { indicatorCode }]) => indicatorCode);
  return [...bySeries].flatMap(([code, own]) => {
    if (definitions.get(code)?.aggregation === "NONE") return [];
    const cities = own.filter(([, { areaLevel }]) => areaLevel === "CITY");
    return cities.flatMap(([total, city]) =>
      areaLevels.slice(1).flatMap((level) => {
        const parts = own.filter(([, { areaCode, areaLevel }]) => {
          const above = areaLevel === level ? cityOf(areaCode) : null;
          return areaLevel === level && (above === undefined || above === city.areaCode);
        });
        const given = parts.filter(([, { isGiven }]) => isGiven);
        const some = given.length === parts.length ? [parts] : [parts, given];
        return some.filter(({ length }) => length > 0).map((each) => equation([total, city], each));
      }),
    );
  });
}

const equation = ([total, { value }]: Place, parts: readonly Place[]): Equation => ({
  total,
  parts: parts.map(([key]): Signed => ({ key, sign: 1 })),
  constant: value - sum(parts.map(([, part]) => part.value)),
});

/** Per area and period. A part without a number is taken as known to readers too. */
export const sumsOfIndicators = (numbers: NumberCells, sums: readonly IndicatorSum[]): Equation[] =>
  sums.flatMap(({ total, plus, minus }) =>
    [...numbers].flatMap(([key, cell]) => {
      if (cell.indicatorCode !== total) return [];
      const signed = (codes: readonly string[], sign: 1 | -1): Signed[] =>
        codes
          .map((indicatorCode) => ({ key: observationCode({ ...cell, indicatorCode }), sign }))
          .filter((part) => numbers.has(part.key));
      const parts = [...signed(plus, 1), ...signed(minus, -1)];
      const constant = cell.value - sum(parts.map((part) => part.sign * numbers.get(part.key)!.value));
      return parts.length === 0 ? [] : [{ total: key, parts, constant }];
    }),
  );
