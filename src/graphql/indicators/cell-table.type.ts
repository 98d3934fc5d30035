import { limits } from "../../domain/kit/limits";
import type { CellTable } from "../../queries/indicators/make-cell-table";
import { nonNull, output } from "../kit/output";
import { IndicatorCellType } from "./indicator-cell.type";
import { CoverageType } from "./observation.type";

/** What every view of indicators has. */
export const cellTableFields = {
  coverage: nonNull(() => CoverageType, "Number of cells, and of those with a value."),
  method: nonNull(() => String, "Method of computation."),
};

export const CellTableType = output<CellTable>(
  "IndicatorPanel",
  "Indicators in areas and periods: a series or a profile.",
  {
    cells: nonNull(
      () => [IndicatorCellType],
      "Cells of a series by area and period, oldest first; of a profile by indicator.",
      limits.seriesObservations,
    ),
    ...cellTableFields,
  },
);
