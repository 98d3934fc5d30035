import { type ColumnOf, type FlatTable, flatTable } from "../../domain/kit/flat-table";
import type { AnsweredCell, Comparison } from "./make-comparison";

/** A comparison as rows, one for each observation, with the codes of its sources. */
export function flatComparison({ cells, period }: Comparison): FlatTable {
  const columns: readonly ColumnOf<AnsweredCell>[] = [
    { name: "area", type: "TEXT", value: ({ area }) => area.code },
    { name: "areaName", type: "TEXT", value: ({ area }) => area.name },
    { name: "indicator", type: "TEXT", value: ({ indicator }) => indicator.code },
    { name: "unit", type: "TEXT", value: ({ indicator }) => indicator.unit },
    { name: "period", type: "TEXT", value: () => period },
    { name: "value", type: "NUMBER", value: ({ value }) => value },
    { name: "city", type: "NUMBER", value: ({ cityObservation }) => cityObservation?.value ?? null },
    { name: "differenceToCity", type: "NUMBER", value: ({ differenceToCity }) => differenceToCity },
    { name: "shareOfCity", type: "NUMBER", value: ({ shareOfCity }) => shareOfCity },
    { name: "status", type: "TEXT", value: ({ status }) => status },
    { name: "reason", type: "TEXT", value: ({ reason }) => reason?.en ?? null },
    {
      name: "sources",
      type: "TEXT",
      value: ({ observation }) => observation?.sourceCodes.join(" ") ?? null,
    },
  ];
  return flatTable(columns, cells);
}
