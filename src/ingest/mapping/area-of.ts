import type { MultiPolygon } from "../../domain/geo/polygon";
import { createArea } from "../../domain/places/area";
import { createAreaBoundary } from "../../domain/places/area-boundary";
import type { HubRecord } from "../../storage/records/hub-record";
import { measuresOf } from "../kit/measures";
import { finding, problem } from "../kit/problem";
import type { Finished } from "../kit/source";
import { closedAreas } from "./closed-areas";
import type { MappedRow } from "./mapped-row";
import { dateOf } from "./read-date";
import { columnOf, type RowReader, readText, textOf, unreadable } from "./read-value";
import type { AreaMapping } from "./record.schema";

/** The area of a feature and its boundary; none, with a problem, without a code or name. */
export function areaOf(
  mapping: AreaMapping,
  sourceCode: string,
  { polygons }: MappedRow,
  reader: RowReader,
): readonly HubRecord[] {
  const code = readKey(mapping.code, reader);
  if (code === null) return [];
  const name = readKey(mapping.name, reader);
  if (name === null) return [];
  const { level, localType, city, boundaryVersion, validFrom, validTo } = mapping;
  const area = createArea({
    code,
    level,
    localType,
    name,
    cityCode: city,
    ...measuresOf(polygons!),
    boundaryVersion: textOf(boundaryVersion, reader),
    validFrom: dateOf(validFrom, reader),
    validTo: dateOf(validTo, reader),
    externalIdentifiers: mapping.externalIdentifiers.flatMap(({ scheme, value }) => {
      const text = textOf(value, reader);
      return text === null ? [] : [{ scheme, value: text }];
    }),
    sourceCodes: [sourceCode],
  });
  return [
    { type: "area", record: area },
    { type: "areaBoundary", record: createAreaBoundary({ areaCode: area.code, level, polygons: polygons! }) },
  ];
}

function readKey(spec: AreaMapping["code"], reader: RowReader): string | null {
  const read = readText(spec, reader);
  if (read.kind === "blank")
    unreadable(reader, finding("NOT_A_CODE", "areaIncomplete"), columnOf(spec, reader.cells), "", spec.rule);
  return read.kind === "value" ? read.value : null;
}

interface Part {
  readonly polygons: MultiPolygon;
}

/** The union of all other areas. It is not computed if one of them is missing, so that known facts about it stay. */
export function unionOf(mapping: AreaMapping, sourceCode: string, parts: readonly Part[]): Finished {
  const { union } = mapping;
  const expected = closedAreas(mapping.code)?.size;
  if (union === undefined) return { records: [], problems: [] };
  if (parts.length !== expected) {
    const found = finding("TOTAL_DIFFERS", "unionIncomplete", {
      present: parts.length,
      needed: expected,
      name: union.name,
    });
    const about = { type: "Area", code: union.code };
    return {
      records: [],
      problems: [{ line: null, about, ...problem("WARNING", found, null, null) }],
    };
  }
  const record = createArea({
    ...union,
    cityCode: null,
    ...measuresOf(parts.flatMap(({ polygons }) => polygons)),
    boundaryVersion: null,
    validFrom: null,
    validTo: null,
    sourceCodes: [sourceCode],
  });
  return { records: [{ type: "area", record, lines: [] }], problems: [] };
}
