import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { CityQuery } from "../api/operations/city";
import type { ComputedCityQuery } from "../api/operations/computed-city";
import type { Geometry } from "../charts/geometry";
import type { Source } from "../kit/where-from";
import type { ShownText } from "../kit/words";

/** An indicator in the areas of a level, whether published and ranked or computed. */
export interface CityFigures {
  readonly indicators: readonly { readonly code: string; readonly name: { readonly text: ShownText } }[];
  readonly indicator: NonNullable<CityQuery["indicator"]> | NonNullable<ComputedCityQuery["indicator"]>;
  readonly period: string;
  readonly city: { readonly name: string; readonly value: number | null } | null;
  readonly areas: readonly AreaFigure[];
  /** Number of ranked areas; null where the hub ranks none. */
  readonly ranked: number | null;
  readonly classes: NonNullable<NonNullable<CityQuery["indicator"]>["map"]>["classes"];
  readonly distribution: NonNullable<NonNullable<CityQuery["indicator"]>["map"]>["distribution"];
  readonly enumerations: CityQuery["enumerations"];
}

export interface AreaFigure {
  readonly code: string;
  readonly name: string;
  readonly geometry: Geometry | null;
  readonly value: number | null;
  readonly status: string;
  readonly rank: number | null;
  readonly exclusion: string | null;
  readonly note: ShownText | null;
  readonly sources: readonly Source[];
  readonly classIndex: number | null;
  /** 0 for the lowest value and 1 for the highest, where there are no classes. */
  readonly shade: number | null;
}

/** Null without an indicator, which the hub rejects by itself. */
export function rankedFigures({ indicators, indicator, enumerations }: CityQuery): CityFigures | null {
  const map = indicator?.map;
  if (indicator === null || !map) return null;
  const areas = map.cells.flatMap(({ observation, rank, exclusion }): AreaFigure[] => {
    const { area } = observation;
    if (area === null) return [];
    const index = map.classes.findIndex(({ areaCodes }) => areaCodes.includes(area.code));
    return [
      {
        ...area,
        geometry: area.boundary,
        value: observation.roundedValue,
        status: observation.status,
        ...{ rank, exclusion, shade: null },
        note: observation.note?.text ?? null,
        sources: observation.sourceRefs ?? [],
        classIndex: index < 0 ? null : index,
      },
    ];
  });
  const city = map.city?.area ? { name: map.city.area.name, value: map.city.roundedValue } : null;
  return {
    ...{ indicator, city, areas, enumerations },
    indicators: indicators?.nodes ?? [],
    period: map.period,
    ranked: map.ranked,
    classes: map.classes,
    distribution: map.distribution,
  };
}

/** As above, from sums and means that the hub computes. It gives them no classes and no ranks, so shades stand for them. */
export function computedFigures(
  { indicators, indicator, observation, aggregate, enumerations }: ComputedCityQuery,
  period: string,
): CityFigures | null {
  if (indicator === null || aggregate === null) return null;
  const values = aggregate.cells.flatMap(({ values: [first] }) => first?.value ?? []);
  const [lowest = 0, highest = 0] = extent(values);
  const shade = scaleLinear([lowest, highest], [0, 1]);
  const areas = aggregate.cells.flatMap(({ groups: [group], values: [given] }): AreaFigure[] => {
    if (!group?.code || given === undefined) return [];
    const { code, name, record } = group;
    return [
      {
        code,
        name: name?.text.value ?? code,
        geometry: record && "boundary" in record ? record.boundary : null,
        value: given.value,
        status: given.status,
        ...{ rank: null, exclusion: null, classIndex: null },
        note: given.reason?.text ?? null,
        sources: given.sourceRefs ?? [],
        shade: given.value === null ? null : shade(given.value),
      },
    ];
  });
  return {
    ...{ indicator, areas, enumerations, period },
    indicators: (indicators?.nodes ?? []).filter(({ aggregation }) => aggregation !== "NONE"),
    city: observation?.area ? { name: observation.area.name, value: observation.roundedValue } : null,
    ranked: null,
    classes: [],
    distribution: null,
  };
}

/** Areas with a value, highest first, then the others. */
export const byValue = (areas: readonly AreaFigure[]): readonly AreaFigure[] =>
  areas.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
