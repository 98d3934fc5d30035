import type { CityQuery } from "../api/operations/city";
import type { Geometry } from "../charts/geometry";
import type { Source } from "../kit/where-from";
import type { ShownText } from "../kit/words";

/** An indicator in the areas of a level. */
export interface CityFigures {
  readonly indicators: NonNullable<CityQuery["indicators"]>["nodes"];
  readonly indicator: NonNullable<CityQuery["indicator"]>;
  readonly period: string;
  readonly city: { readonly name: string; readonly value: number | null } | null;
  readonly areas: readonly AreaFigure[];
  /** Number of ranked areas. */
  readonly ranked: number;
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
  /** Whether the hub computed the value from smaller areas. */
  readonly isComputed: boolean;
}

/** Null without an indicator, which the hub rejects by itself. */
export function cityFigures({ indicators, indicator, enumerations }: CityQuery): CityFigures | null {
  const map = indicator?.map;
  if (indicator === null || !map) return null;
  const areas = map.cells.flatMap(({ observation, isComputed, rank, exclusion }): AreaFigure[] => {
    const { area } = observation;
    if (area === null) return [];
    const index = map.classes.findIndex(({ areaCodes }) => areaCodes.includes(area.code));
    return [
      {
        ...area,
        geometry: area.boundary,
        value: observation.roundedValue,
        status: observation.status,
        ...{ rank, exclusion, isComputed },
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

/** Areas with a value, highest first, then the others. */
export const byValue = (areas: readonly AreaFigure[]): readonly AreaFigure[] =>
  areas.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
