import type { AreaMean } from "../../domain/indicators/area-mean";
import type { Observation } from "../../domain/indicators/observation";
import {
  type ColumnOf,
  type FlatTable,
  flatTable,
  numberColumn as number,
  textColumn as text,
} from "../../domain/kit/flat-table";
import { valueIn } from "../../domain/kit/localized-text";
import type { Change } from "../../domain/statistics/change";
import type { IndicatorCell } from "./make-cells";

interface Row
  extends Pick<IndicatorCell, "area" | "decile" | "exclusion" | "indicator" | "observation" | "rank"> {
  readonly city: Observation | null;
  readonly differenceToCity: number | null;
  readonly shareOfCity: number | null;
  readonly change: Change | null;
  readonly peers: AreaMean | null;
}

const columns: readonly ColumnOf<Row>[] = [
  text("area", ({ area }) => area.code),
  text("areaName", ({ area }) => area.name),
  text("indicator", ({ indicator }) => indicator.code),
  text("unit", ({ indicator }) => indicator.unit),
  text("period", ({ observation }) => observation.period),
  number("value", ({ observation }) => observation.value),
  number("rank", ({ rank }) => rank),
  number("decile", ({ decile }) => decile),
  text("exclusion", ({ exclusion }) => exclusion),
  number("city", ({ city }) => city?.value),
  number("differenceToCity", ({ differenceToCity }) => differenceToCity),
  number("shareOfCity", ({ shareOfCity }) => shareOfCity),
  number("change", ({ change }) => change?.absolute),
  number("peers", ({ peers }) => peers?.value),
  text("status", ({ observation }) => observation.status),
  text("note", ({ observation }) => valueIn(observation.note, "en")),
  text("sources", ({ observation }) => observation.sourceCodes.join(" ")),
];

/** Cells as rows of plain values, with the codes of their sources. */
export function flatCells({ cells }: { readonly cells: readonly IndicatorCell[] }): FlatTable {
  const rows = cells.map(
    (cell): Row => ({
      ...cell,
      city: cell.city(),
      differenceToCity: cell.differenceToCity(),
      shareOfCity: cell.shareOfCity(),
      change: cell.change(),
      peers: cell.peers(),
    }),
  );
  return flatTable(columns, rows);
}
