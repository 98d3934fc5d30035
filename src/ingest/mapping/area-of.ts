import { createArea } from "../../domain/places/area";
import { createAreaBoundary } from "../../domain/places/area-boundary";
import type { HubRecord } from "../../storage/records/hub-record";
import { measuresOf } from "../kit/measures";
import type { MappedRow } from "./mapped-row";
import { columnOf, dateOf, type RowReader, readText, textOf, unreadable } from "./read-value";
import type { AreaMapping } from "./record.schema";

/** The area of a feature and its boundary; none, with a problem, where it has no code or name. */
export function areaOf(
  mapping: AreaMapping,
  sourceCode: string,
  { polygons }: MappedRow,
  reader: RowReader,
): readonly HubRecord[] {
  const [code, name] = [readText(mapping.code, reader), readText(mapping.name, reader)];
  for (const [read, spec] of [
    [code, mapping.code],
    [name, mapping.name],
  ] as const)
    if (read.kind === "blank")
      unreadable(reader, "NOT_A_CODE", columnOf(spec, reader.cells), "", "An area needs a code and a name.");
  if (code.kind !== "value" || name.kind !== "value") return [];
  const { level, localType, city, boundaryVersion, validFrom, validTo } = mapping;
  const area = createArea({
    code: code.value,
    level,
    localType,
    name: name.value,
    cityCode: city,
    ...measuresOf(polygons!),
    boundaryVersion: textOf(boundaryVersion, reader),
    validFrom: dateOf(validFrom, reader),
    validTo: dateOf(validTo, reader),
    externalIdentifiers: [],
    sourceCodes: [sourceCode],
  });
  return [
    { type: "area", record: area },
    { type: "areaBoundary", record: createAreaBoundary({ areaCode: area.code, level, polygons: polygons! }) },
  ];
}
