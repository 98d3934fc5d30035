import type { Area, AreaLevel } from "../../domain/area";
import type { CareDomain } from "../../domain/service";
import type { TaxonomyTerm } from "../../domain/taxonomy-term";
import { countBy, type TotalCell } from "../../domain/totals";
import type { Context } from "../context";
import { checkWholeDay } from "../shared/check-bounds";
import { checkCells } from "./check-cells";
import { countableCentres, countableServices } from "./countable";
import type { CentreDimension, CentreTotalsType, ServiceDimension, ServiceTotalsType } from "./totals.type";

/**
 * Centres by kind and area on a day: those of a city as they are published, in one Get and one Query.
 * @throws HubError BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeCentreTotals(
  dimensions: readonly CentreDimension[],
  level: AreaLevel,
  on: string,
  city: string | null,
  context: Context,
): Promise<CentreTotalsType> {
  checkWholeDay("on", on);
  const groupBy = [...new Set(dimensions)];
  const { sides, things, areas, terms, unknownKind } = await countableCentres(
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
  context: Context,
): Promise<ServiceTotalsType> {
  const groupBy = [...new Set(dimensions)];
  const { sides, things, areas, terms } = await countableServices(groupBy, level, context, city);
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
