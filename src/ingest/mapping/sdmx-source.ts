import type * as z from "zod";
import type { HubRecord } from "../../storage/records/hub-record";
import type { CsvRow } from "../formats/csv";
import { sdmxCsv } from "../formats/sdmx-csv";
import { type SdmxMapping, sdmxObservation } from "../formats/sdmx-observation";
import { finding, problem } from "../kit/problem";
import type { Source } from "../kit/source";
import type { sdmxSchema } from "./sdmx.schema";

type SdmxSource = Source<CsvRow, true>;
type Declared = Pick<SdmxSource, "definitions" | "files" | "mode" | "organizationCode" | "origin" | "ref">;

/** A source whose rows are the observations of an SDMX dataflow. */
export function sdmxSource(declared: Declared, { areas, series }: z.infer<typeof sdmxSchema>): SdmxSource {
  const mapping: SdmxMapping = {
    sourceCode: declared.ref.code,
    areas,
    series: series.map(({ indicator, where }) => ({ indicatorCode: indicator, where })),
  };
  const dimensions = [areas.dimension, ...series.flatMap(({ where }) => Object.keys(where))];
  const areaOf = ({ cells }: CsvRow): string | null =>
    areas.codes[cells[areas.dimension] ?? ""]?.code ?? null;
  return {
    ...declared,
    format: sdmxCsv([...new Set(dimensions)]),
    areaCodes: (row) => [areaOf(row) ?? []].flat(),
    map(row, context) {
      const mapped = sdmxObservation(row, mapping);
      const area = areaOf(row);
      const isLost = area !== null && mapped.records.some(({ type }: HubRecord) => type === "observation");
      if (!isLost || context.areaOf?.(area)) return mapped;
      const found = finding("UNKNOWN_AREA", "notImported", { code: area });
      const missing = problem("ERROR", found, areas.dimension, row.cells[areas.dimension]);
      return { records: [], problems: [missing], carry: null };
    },
  };
}
