import { type ColumnOf, type FlatTable, flatTable } from "../../domain/kit/flat-table";
import type { RatioCell, RatioDimension, Ratios } from "./ratios";

type Column = ColumnOf<RatioCell>;

const groupColumns: Readonly<Record<RatioDimension, readonly Column[]>> = {
  AREA: [
    { name: "area", type: "TEXT", value: ({ area }) => area?.code ?? null },
    { name: "areaName", type: "TEXT", value: ({ area }) => area?.name ?? null },
  ],
  CARE_DOMAIN: [{ name: "careDomain", type: "TEXT", value: ({ careDomain }) => careDomain }],
  KIND: [
    { name: "kind", type: "TEXT", value: ({ kind }) => kind?.code ?? null },
    { name: "kindName", type: "TEXT", value: ({ kind }) => kind?.name.it ?? null },
  ],
  TARGET_GROUP: [
    { name: "targetGroup", type: "TEXT", value: ({ targetGroup }) => targetGroup?.code ?? null },
    { name: "targetGroupName", type: "TEXT", value: ({ targetGroup }) => targetGroup?.name.it ?? null },
  ],
};

/** Ratios as rows: the groups that were asked for, the parts, the ratio, and its state. */
export function flatRatios({ groupBy, per, of, period, cells }: Ratios): FlatTable {
  const thing = of === "CENTRES" ? "centres" : "services";
  const columns: readonly Column[] = [
    ...groupBy.flatMap((dimension) => groupColumns[dimension]),
    { name: "count", type: "NUMBER", unit: thing, value: ({ count }) => count },
    { name: "people", type: "NUMBER", unit: per.unit, value: ({ people }) => people?.value ?? null },
    { name: "period", type: "TEXT", value: () => period },
    { name: "value", type: "NUMBER", unit: `${thing} per 1000 (${per.code})`, value: ({ value }) => value },
    { name: "status", type: "TEXT", value: ({ status }) => status },
    { name: "reason", type: "TEXT", value: ({ reason }) => reason?.en ?? null },
    { name: "isUnstable", type: "BOOLEAN", value: ({ isUnstable }) => isUnstable },
  ];
  return flatTable(columns, cells);
}
