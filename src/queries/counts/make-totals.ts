import type { CountDimension, GroupRecords } from "../../domain/counts/countable";
import type { AreaLevel } from "../../domain/places/area";
import { careDomains } from "../../domain/services/service";
import type { Groups, Slice } from "../../domain/statistics/cube";
import { dayOrToday } from "../kit/check-bounds";
import type { QueryContext } from "../kit/query-context";
import { type CountSubject, readCounted } from "./read-counted";

export type CountTotals = Awaited<ReturnType<typeof makeTotals>>;
export type CountCell = CountTotals["cells"][number];

interface TotalsScope {
  readonly level: AreaLevel;
  /** The whole hub if absent. */
  readonly city?: string | null | undefined;
  /** Today if absent. */
  readonly on?: string;
}

/**
 * Centres by kind and area on a day, or services by care domain, area and target group; for a city, as published.
 * @throws HubError BAD_USER_INPUT, LIMIT_EXCEEDED.
 */
export async function makeTotals(
  of: CountSubject,
  dimensions: readonly CountDimension[],
  { level, city, on }: TotalsScope,
  context: QueryContext,
) {
  const scope = { level, city: city ?? null, on: dayOrToday(on, context) };
  const groupBy = [...new Set(dimensions)];
  const { cube, ...records } = await readCounted(of, groupBy, scope, context);
  const kinds = of === "CENTRES" ? cube.slice(["KIND"]).coverage : { expected: 0, present: 0 };
  const { cells, total, coverage } = cube.as((count) => ({ count })).slice(groupBy);
  return {
    groupBy,
    ...scope,
    total: total!.count,
    coverage,
    /** Centres whose kind on the day is not known; 0 for services, which have no kind. */
    unknownKind: kinds.expected - kinds.present,
    cells: withRecords(groupBy, cells, records),
  };
}

/** Cells with the records of their groups: `null` if not requested or not known. */
export const withRecords = <R extends object>(
  groupBy: readonly CountDimension[],
  cells: Slice<R>["cells"],
  records: GroupRecords,
) => cells.map(({ groups, value }) => ({ ...recordsOf(groupBy, groups, records), ...value }));

function recordsOf(groupBy: readonly CountDimension[], groups: Groups, { areas, terms }: GroupRecords) {
  const codeOf = (dimension: CountDimension) => groups[groupBy.indexOf(dimension)] ?? null;
  return {
    area: recordOf(areas, codeOf("AREA")),
    careDomain: careDomains.find((word) => word === codeOf("CARE_DOMAIN")) ?? null,
    kind: recordOf(terms, codeOf("KIND")),
    targetGroup: recordOf(terms, codeOf("TARGET_GROUP")),
    unknown: groupBy.filter((_, i) => groups[i] === null),
  };
}

const recordOf = <T extends { readonly code: string }>(
  records: readonly T[],
  code: string | null,
): T | null => (code === null ? null : (records.find((record) => record.code === code) ?? null));
