import type { CentreDimension, ServiceDimension } from "../../domain/counts/countable";
import { countBy, type TotalCell, type Totals } from "../../domain/counts/totals";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Area, AreaLevel } from "../../domain/places/area";
import type { CareDomain } from "../../domain/services/service";
import { checkWholeDay } from "../kit/check-bounds";
import type { QueryContext } from "../kit/query-context";
import { checkCells } from "./check-cells";
import { readCountableCentres, readCountableServices } from "./countable";

export interface CentreTotalsCell {
  readonly kind: TaxonomyTerm | null;
  readonly area: Area | null;
  /** Dimensions of which the group is not known. */
  readonly unknown: readonly CentreDimension[];
  readonly count: number;
}

export interface CentreTotals extends Pick<Totals, "coverage" | "total"> {
  readonly groupBy: readonly CentreDimension[];
  readonly level: AreaLevel;
  /** A whole day. */
  readonly on: string;
  readonly city: string | null;
  readonly cells: readonly CentreTotalsCell[];
  /** Centres of which the kind on the day is not known. */
  readonly unknownKind: number;
}

export interface ServiceTotalsCell {
  readonly careDomain: CareDomain | null;
  readonly area: Area | null;
  readonly targetGroup: TaxonomyTerm | null;
  /** Dimensions of which the group is not known. */
  readonly unknown: readonly ServiceDimension[];
  readonly count: number;
}

export interface ServiceTotals extends Pick<Totals, "coverage" | "total"> {
  readonly groupBy: readonly ServiceDimension[];
  readonly level: AreaLevel;
  readonly city: string | null;
  readonly cells: readonly ServiceTotalsCell[];
}

/**
 * Centres by kind and area on a day: those of a city as they are published, in one Get and one Query.
 * @throws HubError BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeCentreTotals(
  dimensions: readonly CentreDimension[],
  level: AreaLevel,
  on: string,
  city: string | null,
  context: QueryContext,
): Promise<CentreTotals> {
  checkWholeDay("on", on);
  const groupBy = [...new Set(dimensions)];
  const { sides, things, areas, terms, unknownKind } = await readCountableCentres(
    groupBy,
    level,
    on,
    context,
    city,
  );
  checkCells(sides);
  const { cells, ...totals } = countBy(sides, things);
  return {
    groupBy,
    level,
    on,
    city,
    ...totals,
    unknownKind,
    cells: cells.map((cell) => ({
      kind: pick(terms, groupBy, "KIND", cell),
      area: pick(areas, groupBy, "AREA", cell),
      unknown: groupBy.filter((_, i) => cell.groups[i] === null),
      count: cell.count,
    })),
  };
}

/**
 * Services by sort of care, area and target group: those of a city as they are published, in one Get and one Query.
 * @throws HubError LIMIT_EXCEEDED.
 */
export async function makeServiceTotals(
  dimensions: readonly ServiceDimension[],
  level: AreaLevel,
  city: string | null,
  context: QueryContext,
): Promise<ServiceTotals> {
  const groupBy = [...new Set(dimensions)];
  const { sides, things, areas, terms } = await readCountableServices(groupBy, level, context, city);
  checkCells(sides);
  const { cells, ...totals } = countBy(sides, things);
  return {
    groupBy,
    level,
    city,
    ...totals,
    cells: cells.map((cell) => ({
      careDomain: (cell.groups[groupBy.indexOf("CARE_DOMAIN")] ?? null) as CareDomain | null,
      area: pick(areas, groupBy, "AREA", cell),
      targetGroup: pick(terms, groupBy, "TARGET_GROUP", cell),
      unknown: groupBy.filter((_, i) => cell.groups[i] === null),
      count: cell.count,
    })),
  };
}

/** The record that a cell means in one dimension; `null` where that was not asked for or is not known. */
function pick<T extends Area | TaxonomyTerm, D extends string>(
  records: readonly T[],
  groupBy: readonly D[],
  dimension: D,
  { groups }: TotalCell,
): T | null {
  const code = groups[groupBy.indexOf(dimension)];
  return records.find((record) => record.code === code) ?? null;
}
