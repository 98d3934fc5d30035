import type { CountDimension, GroupRecords } from "../../domain/counts/countable";
import type { Coverage } from "../../domain/indicators/observation";
import type { TaxonomyTerm } from "../../domain/kit/taxonomy-term";
import type { Area, AreaLevel } from "../../domain/places/area";
import { type CareDomain, careDomains } from "../../domain/services/service";
import type { GroupFilter, Groups } from "../../domain/statistics/cube";
import { checkWholeDay } from "../kit/check-bounds";
import type { QueryContext } from "../kit/query-context";
import { type Counted, type CountSubject, readCounted } from "./read-counted";

/** The records of the groups of a cell: `null` for what is not asked for or not known. */
export interface CountCell {
  readonly area: Area | null;
  readonly careDomain: CareDomain | null;
  readonly kind: TaxonomyTerm | null;
  readonly targetGroup: TaxonomyTerm | null;
  /** Dimensions of which the group is not known. */
  readonly unknown: readonly CountDimension[];
  readonly count: number;
}

interface TotalsScope {
  readonly level: AreaLevel;
  /** The whole hub when absent. */
  readonly city?: string | null | undefined;
  /** Today when absent. */
  readonly on?: string;
}

export interface CountTotals {
  readonly groupBy: readonly CountDimension[];
  readonly level: AreaLevel;
  readonly on: string;
  readonly city: string | null;
  readonly cells: readonly CountCell[];
  /** Things, each once. */
  readonly total: number;
  readonly coverage: Coverage;
  /** Centres of which the kind on the day is not known; 0 for services, which have none. */
  readonly unknownKind: number;
}

/**
 * Centres by kind and area on a day, or services by sort of care, area and target group: of a city as they are published.
 * @throws HubError BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeTotals(
  of: CountSubject,
  dimensions: readonly CountDimension[],
  { level, city, on }: TotalsScope,
  context: QueryContext,
): Promise<CountTotals> {
  const scope = { level, city: city ?? null, on: on ?? context.receivedAt.slice(0, 10) };
  checkWholeDay("on", scope.on);
  const groupBy = [...new Set(dimensions)];
  const counted = await readCounted(of, groupBy, scope, context);
  const kinds = of === "CENTRES" ? counted.cube.slice(["KIND"]).coverage : { expected: 0, present: 0 };
  return {
    groupBy,
    ...scope,
    ...countedBy(groupBy, counted),
    unknownKind: kinds.expected - kinds.present,
  };
}

/** A slice with the records that its groups are. */
export function countedBy(
  groupBy: readonly CountDimension[],
  { cube, ...records }: Counted,
  filter?: GroupFilter<CountDimension>,
): Pick<CountTotals, "cells" | "coverage" | "total"> {
  const { cells, total, coverage } = cube.slice(groupBy, filter);
  return {
    cells: cells.map(({ groups, value }) => ({ ...recordsOf(groupBy, groups, records), count: value })),
    total: total!,
    coverage,
  };
}

function recordsOf(
  groupBy: readonly CountDimension[],
  groups: Groups,
  { areas, terms }: GroupRecords,
): Omit<CountCell, "count"> {
  const codeOf = (dimension: CountDimension) => groups[groupBy.indexOf(dimension)] ?? null;
  const termOf = (code: string | null) => terms.find((term) => term.code === code) ?? null;
  return {
    area: areas.find(({ code }) => code === codeOf("AREA")) ?? null,
    careDomain: careDomains.find((word) => word === codeOf("CARE_DOMAIN")) ?? null,
    kind: termOf(codeOf("KIND")),
    targetGroup: termOf(codeOf("TARGET_GROUP")),
    unknown: groupBy.filter((_, i) => groups[i] === null),
  };
}
