import type { MultiPolygon } from "../../domain/geo/polygon";
import type { Area } from "../../domain/places/area";
import type { Organization } from "../../domain/places/organization";
import type { HubRecord } from "../../storage/records/hub-record";
import { finding } from "../kit/problem";
import { areaOf } from "./area-of";
import { type KindWord, kindWordOf } from "./centre-kind-of";
import { centreOf } from "./centre-of";
import { type HintWord, hintsOfRow } from "./hints-of";
import { locationOf, locationOfService, organizationOf } from "./location-of";
import type { MappedRow, RowContext } from "./mapped-row";
import type { Mapping } from "./mapping.schema";
import { membershipOf, type RowMember } from "./membership-of";
import { observationsOf, type RowNumbers } from "./observations-of";
import { overlapOf, type StatedOverlap } from "./overlaps-of";
import { type RowReader, textOf, unreadable } from "./read-value";
import type { RecordMapping } from "./record.schema";
import { rowChecks } from "./row-checks";
import { type RowKey, rowKey } from "./row-key";
import { withBreaks } from "./series-breaks";
import { serviceOf } from "./service-of";
import type { ServiceWord } from "./service-of-rows";
import { strategyStepOf } from "./strategy-step-of";
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
  /** Areas without boundaries: several rows may name one. */
  readonly areas: readonly Area[];
  readonly hints: readonly HintWord[];
  readonly services: readonly ServiceWord[];
  readonly kinds: readonly KindWord[];
  readonly overlaps: readonly StatedOverlap[];
  /** Organisations that other rows may state too. */
  readonly organizations: readonly { readonly record: Organization }[];
  readonly members: readonly RowMember[];
  /** Cells of the columns of a notice. */
  readonly noticed: readonly string[];
}

/** A row with what is needed to read it. */
export interface Row {
  readonly mapping: Mapping;
  readonly row: MappedRow;
  readonly reader: RowReader;
  readonly context: RowContext;
  readonly key: RowKey | null;
}

/** What a row has given so far: a record may need an earlier one of its row. */
export type Made = {
  -readonly [K in keyof RowCarry]: RowCarry[K] extends readonly (infer T)[] ? T[] : RowCarry[K];
} & {
  records: HubRecord[];
};

/** Whether a column beside the area says that the row sums others: then its numbers are not those of the area. */
function isSum(reader: RowReader): boolean {
  const column = reader.signs?.sumColumnOf(reader.cells) ?? null;
  if (column === null) return false;
  unreadable(reader, finding("NOT_A_RECORD", "totalsRow"), column, reader.cells[column]!);
  return true;
}

/** In the row, by the mapping file, or in the hub. */
const isKnownArea =
  ({ mapping, context }: Row, made: Made) =>
  (code: string): boolean =>
    made.areas.some((area) => area.code === code) ||
    made.records.some((each) => each.type === "area" && each.record.code === code) ||
    mapping.knownAreas.includes(code) ||
    context.areaOf(code) !== null;

/** The records of a row by one record of the mapping file; what all rows give together is put into `made`. */
export function recordsOf(index: number, record: RecordMapping, of: Row, made: Made): readonly HubRecord[] {
  const { mapping, row, reader, context, key } = of;
  switch (record.type) {
    case "area": {
      const records = areaOf(record, mapping.source.code, row.polygons, reader, context);
      if (row.polygons === null) {
        made.areas.push(...records.flatMap((each) => (each.type === "area" ? each.record : [])));
        return [];
      }
      if (records.length > 0 && record.union !== undefined) made.polygons = row.polygons;
      return records;
    }
    case "hint":
      made.hints.push(...hintsOfRow(record, reader, isKnownArea(of, made)));
      return [];
    case "centre": {
      const centre = key === null ? null : centreOf(record, mapping, key, row, reader, context);
      return centre === null ? [] : [{ type: "centre", record: centre }];
    }
    case "centreKind": {
      const word = kindWordOf(record, mapping.source.code, reader, context);
      if (word !== null) made.kinds.push(word);
      return [];
    }
    case "organization": {
      const own = record.key === undefined ? key : rowKey(record.key, mapping.source.code, reader);
      const body = own === null ? null : organizationOf(record, mapping, own, reader);
      if (body === null) return [];
      if (record.key === undefined) return [{ type: "organization", record: body }];
      made.organizations.push({ record: body });
      return [];
    }
    case "membership": {
      const member = membershipOf(record, organizationOfRow(made), reader);
      if (member !== null) made.members.push(member);
      return [];
    }
    case "strategyStep": {
      const step = key === null ? null : strategyStepOf(record, mapping, key, reader);
      return step === null ? [] : [{ type: "strategyStep", record: step }];
    }
    case "service": {
      const isThere = record.atCentre === true;
      if (isThere && !made.records.some(({ type }) => type === "centre")) return [];
      const service = key === null ? null : serviceOf(record, mapping, key, reader);
      if (service === null) return [];
      const place = isThere
        ? [{ type: "serviceAtLocation" as const, record: locationOfService(service) }]
        : [];
      return [{ type: "service", record: service }, ...place];
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
      const read = observationsOf(record, mapping.source.code, reader, isKnownArea(of, made));
      const numbers = {
        ...read,
        observations: read.observations.map((each) => withBreaks(mapping.breaks, each)),
      };
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

function organizationOfRow({ organizations, records }: Made): string | null {
  const stated = organizations[0]?.record ?? records.find(({ type }) => type === "organization")?.record;
  return stated === undefined ? null : (stated as Organization).code;
}
