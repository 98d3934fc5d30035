import {
  type ColumnOf,
  type FlatTable,
  flatTable,
  numberColumn as number,
  textColumn as text,
} from "../../domain/kit/flat-table";
import type { AnsweredCell, Comparison } from "./make-comparison";

/** A comparison as rows, one for each observation, with the codes of its sources. */
export function flatComparison({ cells, period }: Comparison): FlatTable {
  const columns: readonly ColumnOf<AnsweredCell>[] = [
    text("area", ({ area }) => area.code),
    text("areaName", ({ area }) => area.name),
    text("indicator", ({ indicator }) => indicator.code),
    text("unit", ({ indicator }) => indicator.unit),
    text("period", () => period),
    number("value", ({ value }) => value),
    number("city", ({ cityObservation }) => cityObservation?.value),
    number("differenceToCity", ({ differenceToCity }) => differenceToCity),
    number("shareOfCity", ({ shareOfCity }) => shareOfCity),
    text("status", ({ status }) => status),
    text("reason", ({ reason }) => reason?.en),
    text("sources", ({ observation }) => observation?.sourceCodes.join(" ")),
  ];
  return flatTable(columns, cells);
}
