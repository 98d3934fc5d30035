import type { MultiPolygon } from "../../domain/geo/polygon";
import type { HubRecord } from "../../storage/records/hub-record";
import { finding, type RowProblem } from "../kit/problem";
import type { Mapped } from "../kit/source";
import { areaOf } from "./area-of";
import { centreOf } from "./centre-of";
import type { ColumnSigns } from "./column-signs";
import { foreignRow } from "./foreign-row";
import { isWanted } from "./is-wanted";
import { locationOf, organizationOf } from "./location-of";
import type { MappedRow, RowContext } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { observationsOf, type RowNumbers } from "./observations-of";
import { overlapOf, type StatedOverlap } from "./overlaps-of";
import { type RowReader, sound, textOf, unreadable } from "./read-value";
import type { RecordMapping } from "./record.schema";
import { rowChecks } from "./row-checks";
import { type RowKey, rowKey } from "./row-key";
import { sensitiveCodes } from "./sensitive-columns";
import { serviceOf } from "./service-of";
import type { ServiceWord } from "./service-of-rows";
import { type Surface, surfaceOf } from "./wrong-surfaces";

/** The data of each row for results from all rows together; a row that gives nothing on purpose counts as read. */
export interface RowCarry {
  /** For each record of type observation, by its index in the mapping file. */
  readonly numbers: readonly {
    readonly record: number;
    readonly of: RowNumbers;
    readonly surface: Surface | null;
  }[];
  readonly polygons: MultiPolygon | null;
  readonly services: readonly ServiceWord[];
  readonly overlaps: readonly StatedOverlap[];
  /** Cells of the columns of a notice. */
  readonly noticed: readonly string[];
}

interface Row {
  readonly mapping: Mapping;
  readonly row: MappedRow;
  readonly reader: RowReader;
  readonly context: RowContext;
  readonly key: RowKey | null;
}

type Made = {
  -readonly [K in keyof RowCarry]: RowCarry[K] extends readonly (infer T)[] ? T[] : RowCarry[K];
} & {
  records: HubRecord[];
};

/** The result of one row. A row that is left out on purpose, by a word or by `when`, is not rejected. */
export function mapRow(
  mapping: Mapping,
  row: MappedRow,
  context: RowContext,
  signs?: ColumnSigns,
): Mapped<RowCarry> {
  const problems: RowProblem[] = [];
  const sensitive = sensitiveCodes(mapping);
  const reader: RowReader = {
    cells: row.cells,
    file: mapping.file,
    problems,
    skipped: { byWord: false },
    sensitive,
    ...(signs && { signs }),
  };
  const noticed = mapping.notices.map(({ column }) => row.cells[column]?.trim() ?? "");
  const made: Made = { numbers: [], polygons: null, services: [], overlaps: [], noticed, records: [] };
  const wanted = wantedRecords(mapping, row);
  if (wanted.length > 0) {
    const foreign = foreignRow(row);
    if (foreign !== null) {
      unreadable(
        reader,
        finding("NOT_A_RECORD", foreign),
        null,
        Object.values(row.cells).find((text) => text.trim()) ?? "",
      );
      return { records: [], problems, carry: null };
    }
    if (!hasRequired(mapping, reader)) return { records: [], problems, carry: null };
    const needsKey = wanted.some(([, { type }]) => !["area", "observation", "overlap"].includes(type));
    const key = needsKey ? rowKey(mapping.key!, mapping.source.code, reader) : null;
    for (const [index, record] of wanted)
      made.records.push(
        ...sound(reader, () => recordsOf(index, record, { mapping, row, reader, context, key }, made)),
      );
  }
  const { records, ...carry } = made;
  const gives =
    records.length > 0 ||
    carry.overlaps.length > 0 ||
    carry.numbers.some(({ of }) => of.observations.length > 0);
  const isRejected = !gives && problems.some(({ severity }) => severity === "ERROR");
  const leftOut =
    gives || isRejected
      ? null
      : wanted.length === 0
        ? "CONDITION"
        : reader.skipped!.byWord
          ? "WORD"
          : "BLANK";
  return { records, problems, carry: isRejected ? null : carry, leftOut };
}

const order = {
  area: 0,
  organization: 1,
  centre: 2,
  service: 3,
  serviceAtLocation: 4,
  observation: 5,
  overlap: 6,
} as const;

/** Areas first: observations of the same row may need them. A service at a location needs the centre of its row. */
function wantedRecords(mapping: Mapping, row: MappedRow): (readonly [index: number, RecordMapping])[] {
  const chosen = [...mapping.records.entries()].filter(([, record]) => isWanted(record, row));
  const hasCentre = chosen.some(([, { type }]) => type === "centre");
  return chosen
    .filter(([, { type }]) => type !== "serviceAtLocation" || hasCentre)
    .sort(([, a], [, b]) => order[a.type] - order[b.type]);
}

function hasRequired({ required }: Mapping, reader: RowReader): boolean {
  const empty = required.find((column) => textOf({ column }, reader) === null);
  if (empty === undefined) return true;
  unreadable(reader, finding("EMPTY_CELL", "requiredCell"), empty, reader.cells[empty] ?? "");
  return false;
}

/** Whether a column beside the area says that the row sums others: then its numbers are not those of the area. */
function isSum(reader: RowReader): boolean {
  const column = reader.signs?.sumColumnOf(reader.cells) ?? null;
  if (column === null) return false;
  unreadable(reader, finding("NOT_A_RECORD", "totalsRow"), column, reader.cells[column]!);
  return true;
}

/** An area of the hub, of the same row, or one that the mapping file says exists. */
const isKnownArea =
  ({ mapping, context }: Row, { records }: Made) =>
  (code: string): boolean =>
    records.some((each) => each.type === "area" && each.record.code === code) ||
    mapping.knownAreas.includes(code) ||
    context.areaOf(code) !== null;

function recordsOf(index: number, record: RecordMapping, of: Row, made: Made): readonly HubRecord[] {
  const { mapping, row, reader, context, key } = of;
  switch (record.type) {
    case "area": {
      const records = areaOf(record, mapping.source.code, row.polygons!, reader, context);
      if (records.length > 0 && record.union !== undefined) made.polygons = row.polygons;
      return records;
    }
    case "centre": {
      const centre = key === null ? null : centreOf(record, mapping, key, row, reader, context);
      return centre === null ? [] : [{ type: "centre", record: centre }];
    }
    case "organization": {
      const body = key === null ? null : organizationOf(record, mapping, key, reader);
      return body === null ? [] : [{ type: "organization", record: body }];
    }
    case "service": {
      const service = key === null ? null : serviceOf(record, mapping, key, reader);
      return service === null ? [] : [{ type: "service", record: service }];
    }
    case "serviceAtLocation": {
      if (key === null || !made.records.some(({ type }) => type === "centre")) return [];
      const location = locationOf(record, mapping, key, reader);
      if (location === null) return [];
      const { serviceCode, phones } = location;
      made.services.push({ serviceCode, phones, areaCode: textOf(record.serves, reader) });
      return [{ type: "serviceAtLocation", record: location }];
    }
    case "overlap": {
      made.overlaps.push(...[overlapOf(record, reader, isKnownArea(of, made)) ?? []].flat());
      return [];
    }
    case "observation": {
      if (isSum(reader)) return [];
      const isKnown = isKnownArea(of, made);
      const numbers = observationsOf(record, mapping.source.code, reader, isKnown);
      const [first] = numbers.observations;
      if (first === undefined) return [];
      reader.problems.push(...rowChecks(record, numbers.observations, reader));
      const surface = numbers.isRest ? null : surfaceOf(record, first.areaCode, context.surfacesKm2, reader);
      made.numbers.push({ record: index, of: numbers, surface });
      return numbers.isRest || record.rows === "SUM"
        ? []
        : numbers.observations.map((each): HubRecord => ({ type: "observation", record: each }));
    }
  }
}
