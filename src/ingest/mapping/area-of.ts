import { roundedShape } from "../../domain/geo/coordinate";
import type { MultiPolygon } from "../../domain/geo/polygon";
import { groupBy } from "../../domain/kit/group-by";
import { type Area, createArea } from "../../domain/places/area";
import { createAreaBoundary } from "../../domain/places/area-boundary";
import type { HubRecord } from "../../storage/records/hub-record";
import { measuresOf } from "../kit/measures";
import { finding, problem } from "../kit/problem";
import type { Carried, Finished, FinishedRecord } from "../kit/source";
import { closedAreas } from "./closed-areas";
import { farFromCity } from "./far-from-city";
import type { RowContext } from "./mapped-row";
import { properName } from "./proper-name";
import { dateOf } from "./read-date";
import { identifiersOf, type RowReader, requiredText, textOf } from "./read-value";
import type { AreaMapping } from "./record.schema";

/** The area of a feature and its boundary, or of a row without one; none, with a problem, without a code or name. */
export function areaOf(
  mapping: AreaMapping,
  sourceCode: string,
  polygons: MultiPolygon | null,
  reader: RowReader,
  context: RowContext,
): readonly HubRecord[] {
  const incomplete = finding("NOT_A_CODE", "areaIncomplete");
  const code = requiredText(mapping.code, reader, incomplete);
  const name =
    code === null ? null : properName(mapping.name, reader, incomplete, namesOfWhole(mapping, context));
  if (code === null || name === null) return [];
  const measures = polygons === null ? null : measuresOf(polygons);
  const far = measures === null ? null : farFromCity(mapping.city, measures.boundingBox!, context);
  if (far !== null) {
    reader.problems.push(problem("ERROR", far, "geometry", null));
    return [];
  }
  const { level, localType, city, boundaryVersion, validFrom, validTo } = mapping;
  const area = createArea({
    code,
    level,
    localType,
    name,
    cityCode: city,
    ...measures,
    boundaryVersion: textOf(boundaryVersion, reader),
    validFrom: dateOf(validFrom, reader),
    validTo: dateOf(validTo, reader),
    externalIdentifiers: identifiersOf(mapping.externalIdentifiers, reader),
    sourceCodes: [sourceCode],
  });
  if (polygons === null) return [{ type: "area", record: area }];
  return [
    { type: "area", record: area },
    {
      type: "areaBoundary",
      record: createAreaBoundary({ areaCode: area.code, level, polygons: roundedShape(polygons) }),
    },
  ];
}

const namesOfWhole = ({ city, level }: AreaMapping, { areaOf: known }: RowContext): readonly string[] =>
  city === null || level === "CITY" ? [] : [known(city)?.name ?? []].flat();

/** The areas that rows without boundaries name, each once: the first row of each counts. */
export function areasGiven(rows: readonly Carried<{ readonly areas: readonly Area[] }>[]): FinishedRecord[] {
  const all = rows.flatMap(({ line, carry }) => carry.areas.map((area) => ({ line, area })));
  return [...groupBy(all, ({ area }) => area.code).values()].map((own) => ({
    type: "area",
    record: own[0]!.area,
    lines: own.map(({ line }) => line),
  }));
}

/** The union of all other areas. It is not computed if one of them is missing, so that known facts about it stay. */
export function unionOf(
  { code, union }: AreaMapping,
  sourceCode: string,
  parts: readonly MultiPolygon[],
): Finished {
  const expected = union?.parts ?? closedAreas(code)?.size;
  if (union === undefined) return { records: [], problems: [] };
  if (parts.length !== expected) {
    const found = finding("TOTAL_DIFFERS", "unionIncomplete", {
      present: parts.length,
      needed: expected,
      name: union.name,
    });
    const about = { type: "Area", code: union.code };
    return { records: [], problems: [{ line: null, about, ...problem("WARNING", found, null, null) }] };
  }
  const { parts: _parts, ...whole } = union;
  const record = createArea({
    ...whole,
    ...measuresOf(parts.flat()),
    sourceCodes: [sourceCode],
  });
  return { records: [{ type: "area", record, lines: [] }], problems: [] };
}
