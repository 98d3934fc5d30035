import type { HubRecord } from "../../storage/records/hub-record";
import type { CsvRow } from "../formats/csv";
import { sdmxCsv } from "../formats/sdmx-csv";
import { finding, problem } from "../kit/problem";
import type { Mapped, Source } from "../kit/source";
import { withoutCell } from "../kit/suppressed-problem";
import { unreadableNote } from "./observations-of";
import { type SdmxMapping, type SdmxRows, sdmxObservation, sdmxPlace, sdmxRows } from "./sdmx-observation";

type SdmxSource = Source<CsvRow, true>;
type Declared = Pick<SdmxSource, "definitions" | "files" | "mode" | "organizationCode" | "origin" | "ref">;

/** A source whose rows are the observations of an SDMX dataflow. */
export function sdmxSource(declared: Declared, sdmx: Omit<SdmxMapping, "sourceCode">): SdmxSource {
  const { areas, series } = sdmx;
  const dimensions = [areas.dimension, ...series.flatMap(({ where }) => Object.keys(where))];
  const mapping: SdmxMapping = { ...sdmx, sourceCode: declared.ref.code };
  const areaOf = (row: CsvRow): string | null => sdmxPlace(row, mapping)?.areaCode ?? null;
  const sensitive = new Set(
    (declared.definitions ?? []).flatMap(({ type, record }) =>
      type === "indicator" && record.sensitive === true ? record.code : [],
    ),
  );
  const sourceWith = (rows?: SdmxRows): SdmxSource => ({
    ...declared,
    format: sdmxCsv([...new Set(dimensions)]),
    areaCodes: (row) => [areaOf(row) ?? []].flat(),
    map(row, context) {
      const mapped = unquoted(sdmxObservation(row, mapping, rows), sensitive);
      const area = areaOf(row);
      const isLost = area !== null && mapped.records.some(({ type }: HubRecord) => type === "observation");
      if (!isLost || context.areaOf?.(area)) return mapped;
      const found = finding("UNKNOWN_AREA", "notImported", { code: area });
      const missing = problem("ERROR", found, areas.dimension, row.cells[areas.dimension]);
      return { records: [], problems: [missing], carry: null };
    },
  });
  return {
    ...sourceWith(),
    survey() {
      const rows = sdmxRows(mapping);
      return { see: rows.see, source: () => sourceWith(rows) };
    },
  };
}

/** The cells of sensitive indicators that are no numbers are not quoted. */
function unquoted(mapped: Mapped<true>, sensitive: ReadonlySet<string>): Mapped<true> {
  const [first] = mapped.records;
  if (first?.type !== "observation" || !sensitive.has(first.record.indicatorCode)) return mapped;
  const isUnread = mapped.problems.some(
    ({ column, severity }) => column === "OBS_VALUE" && severity === "ERROR",
  );
  const record = isUnread ? { ...first.record, note: unreadableNote } : first.record;
  return {
    ...mapped,
    records: [{ type: "observation", record }],
    problems: mapped.problems.map(withoutCell),
  };
}
