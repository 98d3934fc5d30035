import { HubError } from "../../domain/kit/errors";
import type { ColumnPlaces } from "../../domain/kit/messages/en/errors";
import { withoutHidden } from "../formats/control-characters";
import { csv } from "../formats/csv";
import { type Feature, geoJson } from "../formats/geojson";
import { geoJsonPoints } from "../formats/geojson-points";
import type { Format } from "../kit/source";
import { type MappedColumn, mappedColumns } from "./mapped-columns";
import type { MappedRow } from "./mapped-row";
import type { ParsedMapping } from "./parse-mapping";
import { unpivoted } from "./unpivot";

/** The format of a mapping's file, with all rows in one form. */
export function mappingFormat(parsed: ParsedMapping): Format<MappedRow> {
  const { file } = parsed.mapping;
  const columns = mappedColumns(parsed.mapping);
  if (file.format === "geojson")
    return file.geometry === "point"
      ? visible(wrapped(geoJsonPoints(file.crs), parsed, columns, ofFeature))
      : visible(wrapped(geoJson(file.crs), parsed, columns, ofFeature));
  const made = file.unpivot === undefined ? [] : [file.unpivot.name, file.unpivot.value];
  const required = columns.flatMap(({ names }) =>
    names.length === 1 && !made.includes(names[0]!) ? names : [],
  );
  const format = csv({
    separator: file.delimiter ?? ",",
    header: { skipRows: file.skipRows, headerRowCount: file.headerRowCount },
    commentPrefix: [file.commentPrefix ?? []].flat(),
    columns: required,
    placesOf: (names) =>
      placesOf(
        parsed,
        columns.filter((column) => names.includes(column.names[0]!)),
      ),
  });
  const rows = wrapped(format, parsed, columns, (row) => ({ ...row, point: null, polygons: null }));
  return file.format === "spreadsheet" ? { ...rows, name: "a spreadsheet", isSpreadsheet: true } : rows;
}

/** Features without hidden characters in their properties; a CSV loses them when it is read. */
const visible = (format: Format<MappedRow>): Format<MappedRow> => ({
  ...format,
  async *read(chunks) {
    for await (const batch of format.read(chunks)) {
      const problems = [...batch.problems];
      const rows = batch.rows.map((row) => ({
        ...row,
        cells: withoutHidden(row.cells, (found) => problems.push({ line: row.line, ...found })),
      }));
      yield { ...batch, rows, problems };
    }
  },
});

const ofFeature = <Row extends Feature>({ properties, ...row }: Row): MappedRow => ({
  point: null,
  polygons: null,
  ...row,
  cells: cellsOf(properties),
});

const cellsOf = (properties: Readonly<Record<string, unknown>>): MappedRow["cells"] =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );

function wrapped<Row extends { readonly line: number }>(
  format: Format<Row>,
  parsed: ParsedMapping,
  columns: readonly MappedColumn[],
  rowOf: (row: Row) => MappedRow,
): Format<MappedRow> {
  return {
    name: format.name,
    rowsAre: format.rowsAre,
    async *read(chunks) {
      let isChecked = false;
      for await (const batch of format.read(chunks)) {
        const rows = batch.rows.flatMap((row) => unpivoted(rowOf(row), parsed.mapping.file.unpivot));
        if (!isChecked && rows.length > 0) checkNames(rows, parsed, columns);
        isChecked ||= rows.length > 0;
        yield { ...batch, rows };
      }
    },
  };
}

/** One of several names must be there; a property that no feature has is a wrong name too. */
function checkNames(
  rows: readonly MappedRow[],
  parsed: ParsedMapping,
  columns: readonly MappedColumn[],
): void {
  const there = new Set(rows.flatMap(({ cells }) => Object.keys(cells)));
  const missing = columns.filter(({ names }) => !names.some((name) => there.has(name)));
  if (missing.length === 0) return;
  const values = {
    missing: missing.map(({ names }) => names),
    found: [...there],
    separator: null,
    places: placesOf(parsed, missing),
  };
  throw new HubError("SOURCE_UNREADABLE", "columnsMissing", values, { where: "line 1" });
}

const placesOf = ({ file, lineOf }: ParsedMapping, columns: readonly MappedColumn[]): ColumnPlaces => ({
  file,
  columns: columns.map(({ names, path }) => ({ name: names[0]!, line: lineOf(path) })),
});
