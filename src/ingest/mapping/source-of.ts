import { json } from "../formats/json";
import { ndjson } from "../formats/ndjson";
import { hsdsSource } from "../hsds/hsds-source";
import type { Carried, Source } from "../kit/source";
import { closedAreas, isClosed } from "./closed-areas";
import { columnSurvey } from "./column-survey";
import { definitionsOf } from "./definitions";
import { finishRows, needsAllRows } from "./finish-rows";
import { isWanted } from "./is-wanted";
import { mapRow } from "./map-row";
import type { MappedRow } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { mappingFormat } from "./mapping-format";
import { originOf } from "./origin.schema";
import type { ParsedMapping } from "./parse-mapping";
import { listOf, type RowReader, textOf } from "./read-value";
import type { RecordMapping } from "./record.schema";
import type { RowCarry } from "./records-of-row";
import { relationsOf } from "./relations-of";
import { areasNamedByRow, pointsOfRow } from "./row-place";
import { sdmxSource } from "./sdmx-source";
import { areServicesOfRows } from "./service-of-rows";
import { licenceNotStated } from "./source.schema";

/** A mapping file as a source like those in code: the same reading, saving and report. */
export function sourceOf(parsed: ParsedMapping): Source {
  const { mapping } = parsed;
  const { source, file } = mapping;
  const { organizationCode, uploadedBy, updateFrequency, licence, ...ref } = source;
  const declared = {
    ref: {
      ...ref,
      licence: licence === licenceNotStated ? null : licence,
      ...(updateFrequency !== null && { updateFrequency }),
    },
    files: [file.path].flat(),
    mode: file.mode,
    origin: originOf(mapping.origin),
    needs: mapping.needs,
    organizationCode,
    uploadedBy,
  };
  if (mapping.hsds) {
    const format = file.format === "hsds-ndjson" ? ndjson({ fields: [] }) : json({ fields: [] });
    return hsdsSource({ ...declared, format }, mapping.hsds) as unknown as Source;
  }
  const definitions = definitionsOf(mapping)
    .map(({ create }) => create())
    // Rows complete these.
    .filter(({ type }) => type !== "partnership" && (type !== "service" || !areServicesOfRows(mapping)));
  const surfacesOf = mapping.records.flatMap((record) =>
    record.type === "observation" && record.checks?.surface
      ? [...(closedAreas(record.area)?.values() ?? [])]
      : [],
  );
  if (mapping.sdmx) return sdmxSource({ ...declared, definitions }, mapping.sdmx) as unknown as Source;
  const known: Source<MappedRow, RowCarry> = {
    ...declared,
    format: mappingFormat(parsed),
    ...(file.encoding === "windows-1252" && { encoding: file.encoding }),
    definitions,
    relations: relationsOf(mapping),
    ...(surfacesOf.length > 0 && { surfacesOf }),
    ...(mapping.records.some(({ type }) => type === "centre") && {
      points: (row: MappedRow) =>
        mapping.records.flatMap((record) =>
          record.type === "centre" ? pointsOfRow(record, row, readerOf(row, mapping)) : [],
        ),
    }),
    ...(mapping.records.some(({ type }) => type === "centreKind") && {
      centreCodes: (row: MappedRow) =>
        mapping.records.flatMap((record) =>
          record.type === "centreKind" && isWanted(record, row)
            ? (textOf(record.centre, readerOf(row, mapping)) ?? [])
            : [],
        ),
    }),
    areaCodes: (row) => mapping.records.flatMap((record) => areasNamed(record, row, mapping)),
    map: (row, context) => mapRow(mapping, row, { areaOf: () => null, ...context }),
    ...(needsAllRows(mapping) && {
      finish: (carried: readonly Carried<RowCarry>[]) => finishRows(mapping, carried),
    }),
  };
  const surveyed: Source<MappedRow, RowCarry> = {
    ...known,
    survey() {
      const { see, signs } = columnSurvey(mapping);
      return {
        see,
        source: () => ({
          ...known,
          map: (row, context) => mapRow(mapping, row, { areaOf: () => null, ...context }, signs),
        }),
      };
    },
  };
  const hasNumbers = mapping.records.some(({ type }) => type === "observation");
  return (hasNumbers ? surveyed : known) as unknown as Source;
}

const readerOf = (row: MappedRow, { file }: Mapping): RowReader => ({ cells: row.cells, file, problems: [] });

function areasNamed(record: RecordMapping, row: MappedRow, mapping: Mapping): string[] {
  const reader = readerOf(row, mapping);
  if (record.type === "observation")
    return isClosed(record.area) ? [] : [textOf(record.area, reader) ?? []].flat();
  if (record.type === "hint")
    return [...[textOf(record.area, reader) ?? []].flat(), ...listOf(record.to, reader).texts];
  if (record.type === "overlap")
    return [record.area, record.larger].flatMap((spec) =>
      isClosed(spec) ? [] : (textOf(spec, reader) ?? []),
    );
  if (record.type === "area") return record.city === null ? [] : [record.city];
  return record.type === "centre" ? areasNamedByRow(record, reader) : [];
}
