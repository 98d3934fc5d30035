import type { GeoPoint } from "../../domain/geo/point";
import { isGeoPoint } from "../../domain/geo/point";
import type { HubRecord } from "../../storage/records/hub-record";
import { json } from "../formats/json";
import { ndjson } from "../formats/ndjson";
import { hsdsSource } from "../hsds/hsds-source";
import { swapped } from "../kit/position";
import type { RowProblem } from "../kit/problem";
import type { Mapped, Source } from "../kit/source";
import { areaOf } from "./area-of";
import { centreOf } from "./centre-of";
import { definitionsOf } from "./definitions";
import { locationOf, organizationOf } from "./location-of";
import type { MappedRow, RowContext } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { mappingFormat } from "./mapping-format";
import { observationsOf } from "./observations-of";
import { originOf } from "./origin.schema";
import type { ParsedMapping } from "./parse-mapping";
import { type RowReader, textOf } from "./read-value";
import type { RecordMapping } from "./record.schema";
import { rowKey } from "./row-key";
import { rowPosition } from "./row-position";
import { sdmxSource } from "./sdmx-source";
import { sound } from "./sound-records";
import { licenceNotStated } from "./source.schema";
import { foldWord } from "./value.schema";

/** What a row is carried for: that it is known and gives nothing, so that it counts as read and not as rejected. */
type LeftOut = true;

/** A mapping file as a source like those of the code: the same reading, saving and report. */
export function sourceOf(parsed: ParsedMapping): Source {
  const { mapping } = parsed;
  const { source, file } = mapping;
  // Areas first: numbers of the same row may be of the area that it makes.
  const ordered = [...mapping.records].sort((a, b) => order[a.type] - order[b.type]);
  const { organizationCode, updateFrequency, licence, ...ref } = source;
  const declared = {
    ref: {
      ...ref,
      licence: licence === licenceNotStated ? null : licence,
      ...(updateFrequency !== null && { updateFrequency }),
    },
    files: [file.path].flat(),
    mode: file.mode,
    origin: originOf(mapping.origin),
    organizationCode,
  };
  if (mapping.hsds) {
    const format = file.format === "hsds-ndjson" ? ndjson({ fields: [] }) : json({ fields: [] });
    return hsdsSource({ ...declared, format }, mapping.hsds) as unknown as Source;
  }
  const definitions = definitionsOf(mapping).map(({ create }) => create());
  if (mapping.sdmx) return sdmxSource({ ...declared, definitions }, mapping.sdmx) as unknown as Source;
  return {
    ...declared,
    format: mappingFormat(parsed),
    ...(file.encoding === "windows-1252" && { encoding: file.encoding }),
    definitions,
    points: (row) => mapping.records.flatMap((record) => pointsOf(record, row, mapping)),
    areaCodes: (row) => mapping.records.flatMap((record) => areasNamed(record, row, mapping)),
    map: (row, context) => mapRow(mapping, ordered, row, { areaExists: () => false, ...context }),
  } satisfies Source<MappedRow, LeftOut> as unknown as Source;
}

const readerOf = (row: MappedRow, { file }: Mapping): RowReader => ({ cells: row.cells, file, problems: [] });

/** Of the point itself, and of the same with its coordinates swapped, so that a swap can be told. */
function pointsOf(record: RecordMapping, row: MappedRow, mapping: Mapping): GeoPoint[] {
  if (record.type !== "centre" || record.position === undefined || !record.areas.byPoint) return [];
  const { point } = rowPosition(record.position, row, readerOf(row, mapping));
  return point === null ? [] : [point, swapped(point)].filter(isGeoPoint);
}

function areasNamed(record: RecordMapping, row: MappedRow, mapping: Mapping): string[] {
  const reader = readerOf(row, mapping);
  if (record.type === "observation") return [textOf(record.area, reader) ?? []].flat();
  if (record.type !== "centre") return [];
  return [...record.areas.always, ...[textOf(record.areas.declared, reader) ?? []].flat()];
}

/** What one row becomes. A row that is left out on purpose, by a word or by `when`, is not rejected. */
function mapRow(
  mapping: Mapping,
  ordered: Mapping["records"],
  row: MappedRow,
  context: RowContext,
): Mapped<LeftOut> {
  const records: HubRecord[] = [];
  const problems: RowProblem[] = [];
  const chosen = ordered.filter((record) => isWanted(record, row));
  // A place without its centre would lead nowhere.
  const hasCentre = chosen.some(({ type }) => type === "centre");
  const wanted = chosen.filter(({ type }) => type !== "serviceAtLocation" || hasCentre);
  if (wanted.length === 0) return { records, problems, carry: true };
  const reader: RowReader = { cells: row.cells, file: mapping.file, problems };
  const needsKey = wanted.some(({ type }) => type !== "observation" && type !== "area");
  const key = needsKey ? rowKey(mapping.key!, mapping.source.code, reader) : null;
  for (const record of wanted)
    records.push(...sound(reader, () => recordsOf(record, mapping, key, row, reader, context, records)));
  const isRejected = records.length === 0 && problems.some(({ severity }) => severity === "ERROR");
  return { records, problems, carry: isRejected || records.length > 0 ? null : true };
}

const order = { area: 0, organization: 1, centre: 2, serviceAtLocation: 3, observation: 4 } as const;

function recordsOf(
  record: RecordMapping,
  mapping: Mapping,
  key: string | null,
  row: MappedRow,
  reader: RowReader,
  context: RowContext,
  before: readonly HubRecord[],
): readonly HubRecord[] {
  const sourceCode = mapping.source.code;
  switch (record.type) {
    case "area":
      return areaOf(record, sourceCode, row, reader);
    case "centre": {
      const centre = key === null ? null : centreOf(record, mapping, key, row, reader, context);
      return centre === null ? [] : [{ type: "centre", record: centre }];
    }
    case "organization": {
      const body = key === null ? null : organizationOf(record, mapping, key, reader);
      return body === null ? [] : [{ type: "organization", record: body }];
    }
    case "serviceAtLocation": {
      if (key === null || !before.some(({ type }) => type === "centre")) return [];
      const location = locationOf(record, mapping, key, reader);
      return location === null ? [] : [{ type: "serviceAtLocation", record: location }];
    }
    case "observation": {
      const made = new Set(before.flatMap((each) => (each.type === "area" ? [each.record.code] : [])));
      const isKnown = (code: string): boolean => made.has(code) || context.areaExists(code);
      const numbers = observationsOf(record, sourceCode, reader, isKnown);
      return numbers.map((each): HubRecord => ({ type: "observation", record: each }));
    }
  }
}

function isWanted({ when }: RecordMapping, { cells }: MappedRow): boolean {
  if (when === undefined) return true;
  const word = foldWord(Object.hasOwn(cells, when.column) ? cells[when.column]! : "");
  const listed = (when.is ?? when.isNot)!.some((each) => foldWord(each) === word);
  return when.is !== undefined ? listed : !listed;
}
