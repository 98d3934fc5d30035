import { finding, type RowProblem } from "../kit/problem";
import type { Mapped } from "../kit/source";
import type { ColumnSigns } from "./column-signs";
import { foreignRow } from "./foreign-row";
import { isWanted } from "./is-wanted";
import type { MappedRow, RowContext } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { type RowReader, sound, textOf, unreadable } from "./read-value";
import type { RecordMapping } from "./record.schema";
import { type Made, type RowCarry, recordsOf } from "./records-of-row";
import { rowKey } from "./row-key";
import { sensitiveCodes } from "./sensitive-columns";

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
  const made: Made = {
    numbers: [],
    polygons: null,
    areas: [],
    hints: [],
    services: [],
    kinds: [],
    overlaps: [],
    organizations: [],
    members: [],
    noticed,
    records: [],
  };
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
    const key = wanted.some(([, record]) => needsRowKey(record))
      ? rowKey(mapping.key!, mapping.source.code, reader)
      : null;
    for (const [index, record] of wanted)
      made.records.push(
        ...sound(reader, () => recordsOf(index, record, { mapping, row, reader, context, key }, made)),
      );
  }
  const { records, ...carry } = made;
  const gives =
    records.length > 0 ||
    ofAllRows.some((part) => carry[part].length > 0) ||
    carry.numbers.some(({ of }) => of.isRest || of.observations.length > 0);
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
  hint: 1,
  organization: 1,
  centre: 2,
  centreKind: 3,
  service: 4,
  serviceAtLocation: 5,
  observation: 6,
  overlap: 7,
  membership: 8,
  strategyStep: 9,
} as const;

/** What rows give together. */
const ofAllRows = ["areas", "hints", "kinds", "overlaps", "members", "organizations"] as const;

/** They have the code of something else. */
const keyless: ReadonlySet<RecordMapping["type"]> = new Set([
  "area",
  "centreKind",
  "hint",
  "membership",
  "observation",
  "overlap",
]);

const needsRowKey = (record: RecordMapping): boolean =>
  record.type === "organization" ? record.key === undefined : !keyless.has(record.type);

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
