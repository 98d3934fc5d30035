import { distinct } from "../domain/kit/distinct";
import type { TaxonomyTerm } from "../domain/kit/taxonomy-term";
import { type Centre, standsForItself } from "../domain/places/centre";
import type { Organization } from "../domain/places/organization";
import type { Service } from "../domain/services/service";
import type { ServiceAtLocation } from "../domain/services/service-at-location";
import { type HsdsEntry, type HsdsTable, hsdsScope, hsdsTables } from "../storage/documents/hsds.repository";
import { hsdsId } from "../storage/documents/hsds-id";
import type { Item, Key } from "../storage/engine/key";
import type { Reader } from "../storage/engine/reader";
import { codecs } from "../storage/records/codecs";
import { keys } from "../storage/records/keys";
import { type Reading, readAll, readCodes, readRecord } from "../storage/records/readable";
import { allItemsOf } from "../storage/records/records.repository";
import { codeIn, isRecordOf } from "./projection";
import type { DocumentProjection, DocumentScope } from "./published";

/** The records of each table. */
const codecOf = {
  location: codecs.centre,
  organization: codecs.organization,
  service: codecs.service,
  service_at_location: codecs.serviceAtLocation,
  taxonomy_term: codecs.taxonomyTerm,
} as const;

const isListed = isRecordOf(hsdsTables.map((table) => codecOf[table].type));
const isSource = isRecordOf(["SourceRef"]);

/**
 * One small document for each record that HSDS has a row for, by the id of the row: so that an id is found by its key, and lists
 * are filtered and counted without their records. Nothing of a synthetic source is in it.
 */
export const hsdsIndex: DocumentProjection = {
  name: "hsds",
  affectedBy: (key) => isListed(key) || isSource(key),
  documents(work, changes) {
    const { before, reader } = work;
    const made = before === null || changes === "EVERYTHING" ? null : changes.map(({ key }) => key);
    if (made === null || hasTurnedSynthetic(before!, reader, made)) return wholeIndex(work);
    return editedIndex(work, made);
  },
};

/** Whether a source has become synthetic, or is not any more: then any record may come or go. */
function hasTurnedSynthetic(before: Reader, reader: Reader, written: readonly Key[]): boolean {
  const own = written.filter(isSource);
  const synthetic = (of: Reader): string =>
    of
      .batchGet(own)
      .filter(({ record }) => (record as { readonly synthetic?: boolean } | undefined)?.synthetic)
      .map(({ pk }) => pk)
      .sort()
      .join();
  return own.length > 0 && synthetic(before) !== synthetic(reader);
}

function wholeIndex(reading: Reading): DocumentScope[] {
  const entryOf = entries(reading);
  return hsdsTables.map((table) => {
    const { listPk } = keys.list.records(codecOf[table].type, "");
    const items = allItemsOf(reading.reader, listPk, "list");
    return { scope: hsdsScope(table), documents: new Map(entryOf(table, items)) };
  });
}

/** The entries of the written records, and of the services at locations that name a written service or centre. */
function editedIndex(reading: Reading, written: readonly Key[]): DocumentScope[] {
  const { reader } = reading;
  const entryOf = entries(reading);
  const codesOf = (table: HsdsTable): string[] =>
    written.flatMap((key) => codeIn(codecOf[table].type, key) ?? []);
  const namedIn = (partition: string): string[] =>
    allItemsOf(reader, partition).map(({ code }) => String(code));
  return hsdsTables.flatMap((table): DocumentScope[] => {
    const codes = distinct([
      ...codesOf(table),
      ...(table === "service_at_location"
        ? [
            ...codesOf("service").map((code) => keys.serviceAtLocationOfService(code, "").pk),
            ...codesOf("location").map((code) => keys.serviceAtLocationOfCentre(code, "").pk),
          ].flatMap(namedIn)
        : []),
    ]);
    if (codes.length === 0) return [];
    const documents = new Map(entryOf(table, reader.batchGet(codes.map(codecOf[table].keyOf))));
    const gone = codes.map((code) => hsdsId(table, code)).filter((id) => !documents.has(id));
    return [{ scope: hsdsScope(table), documents, gone }];
  });
}

/** Makes the entries of the records in some items, by id. */
function entries(reading: Reading) {
  const sources = readAll(reading, codecs.sourceRef);
  const synthetic = new Set(sources.filter((source) => source.synthetic).map(({ code }) => code));
  const isFact = ({ sourceCodes }: { readonly sourceCodes: readonly string[] }): boolean =>
    !sourceCodes.some((code) => synthetic.has(code));

  function* of<T extends { readonly code: string; readonly sourceCodes: readonly string[] }>(
    table: HsdsTable,
    items: readonly Item[],
    saidOf: (records: readonly T[]) => (record: T) => Omit<HsdsEntry, "code" | "updatedAt"> | null,
  ): Generator<readonly [string, HsdsEntry]> {
    const found = items.flatMap((item) => {
      const records = readRecord<T>(codecOf[table] as never, item, reading.skip);
      return records.filter(isFact).map((record) => ({ record, updatedAt: String(item.updatedAt) }));
    });
    const say = saidOf(found.map(({ record }) => record));
    for (const { record, updatedAt } of found) {
      const said = say(record);
      if (said !== null) yield [hsdsId(table, record.code), { code: record.code, updatedAt, ...said }];
    }
  }

  return (table: HsdsTable, items: readonly Item[]): Iterable<readonly [string, HsdsEntry]> => {
    switch (table) {
      case "location":
        return of<Centre>(table, items, () => (centre) => {
          if (!standsForItself(centre)) return null;
          const { managerCode, address, position } = centre;
          return {
            ...(managerCode !== null && { organizationCode: managerCode }),
            ...(address?.postalCode && { postalCode: address.postalCode }),
            ...(position !== null && { position }),
          };
        });
      case "organization":
        return of<Organization>(table, items, () => () => ({}));
      case "service":
        return of<Service>(
          table,
          items,
          () =>
            ({ organizationCode, serviceTypeCodes, targetGroupCodes }) => ({
              ...(organizationCode !== null && { organizationCode }),
              termCodes: distinct([...serviceTypeCodes, ...targetGroupCodes]),
            }),
        );
      case "service_at_location":
        return of<ServiceAtLocation>(table, items, (places) => {
          const services = readCodes(
            reading,
            codecs.service,
            distinct(places.map(({ serviceCode }) => serviceCode)),
          );
          const centres = placesOf(reading, distinct(places.map(({ centreCode }) => centreCode)));
          return ({ serviceCode, centreCode }) => {
            const [service, centre] = [services.get(serviceCode), centres.get(centreCode)];
            if (!service || !centre || !isFact(service) || !isFact(centre)) return null;
            return { serviceCode: service.code, centreCode: centre.code };
          };
        });
      case "taxonomy_term":
        return of<TaxonomyTerm>(table, items, () => ({ taxonomy, parentCode }) => ({
          taxonomy,
          ...(parentCode !== null && { parentCode }),
        }));
    }
  };
}

/** The records that stand for the places of some codes. */
function placesOf(reading: Reading, codes: readonly string[]): ReadonlyMap<string, Centre> {
  const named = readCodes(reading, codecs.centre, codes);
  const standing = readCodes(
    reading,
    codecs.centre,
    distinct([...named.values()].flatMap(({ sameAsCode }) => sameAsCode ?? [])),
  );
  return new Map(
    [...named].flatMap(([code, centre]) => {
      const place = standsForItself(centre) ? centre : standing.get(centre.sameAsCode!);
      return place === undefined ? [] : [[code, place] as const];
    }),
  );
}
