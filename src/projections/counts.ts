import {
  type CountedRecords,
  type CountSubject,
  classOf,
  dimensionSets,
} from "../domain/counts/count-classes";
import { type CountedCities, countScopeName, countScopesName } from "../domain/counts/counted-cities";
import { distinct, distinctSorted } from "../domain/kit/distinct";
import { type Centre, standsForItself } from "../domain/places/centre";
import { countRepository } from "../storage/documents/count.repository";
import { documentKey } from "../storage/documents/document.repository";
import type { Key } from "../storage/engine/key";
import type { Reader } from "../storage/engine/reader";
import { codecs } from "../storage/records/codecs";
import { everyArea, keys } from "../storage/records/keys";
import { type Reading, readAll, readCodes, readRecord } from "../storage/records/readable";
import { allItemsOf } from "../storage/records/records.repository";
import { type Changes, isRecordOf } from "./projection";
import type { DocumentProjection, DocumentScope, DocumentWork } from "./published";

const subjects = ["CENTRES", "SERVICES"] as const satisfies readonly CountSubject[];

const isArea = isRecordOf(["Area"]);
const isCentre = isRecordOf(["Centre"]);
const listingKey = keys.serviceListing("");
const isListing = ({ pk, sk }: Key): boolean => sk === listingKey.sk && pk.startsWith(listingKey.pk);

/** Records that count, or do not count any more. */
interface Counted {
  readonly of: CountSubject;
  readonly record: CountedRecords[CountSubject];
  /** 1, or -1. */
  readonly by: number;
}

/**
 * How many records are alike, for each set of dimensions: totals are sums of these numbers. After an edit the former state of its
 * records is subtracted and the present one added, so that its cost does not depend on the number of records.
 */
export const counts: DocumentProjection = {
  name: "counts",
  affectedBy: (key) => isArea(key) || isCentre(key) || isListing(key),
  documents(work, changes) {
    const { before, reader } = work;
    if (before === null || changes === "EVERYTHING" || hasMovedArea(before, reader, changes))
      return wholeCounts(work);
    const own = changes.map(({ key }) => key).filter((key) => isCentre(key) || isListing(key));
    const former = { reader: before, skip: () => undefined };
    return editedCounts(work, [...countedAt(former, own, -1), ...countedAt(work, own, 1)]);
  },
};

/** Whether an area has come, gone, or moved to another city: then any record may. */
function hasMovedArea(before: Reader, reader: Reader, changes: Exclude<Changes, string>): boolean {
  const own = changes.map(({ key }) => key).filter(isArea);
  const [then, now] = [citiesAt(before, own), citiesAt(reader, own)];
  return own.some(({ pk }) => then.get(pk) !== now.get(pk));
}

/** The city of each area that exists, by the partition of its record. */
const citiesAt = (reader: Reader, own: readonly Key[]): Map<string, string> =>
  new Map(
    reader.batchGet(own).flatMap(({ pk, record }) => {
      const area = record as { readonly code: string; readonly cityCode: string | null } | undefined;
      return area === undefined ? [] : [[pk, area.cityCode ?? area.code]];
    }),
  );

function countedAt(reading: Reading, own: readonly Key[], by: number): Counted[] {
  return reading.reader.batchGet(own).flatMap((item): Counted[] => {
    if (!isCentre(item))
      return readRecord(codecs.serviceListing, item, reading.skip).map((record) => ({
        of: "SERVICES",
        record,
        by,
      }));
    return countedCentres(readRecord(codecs.centre, item, reading.skip), by);
  });
}

/** Another record of a place does not count. */
const countedCentres = (centres: readonly Centre[], by: number): Counted[] =>
  centres.filter(standsForItself).map((record) => ({ of: "CENTRES", record, by }));

function wholeCounts(work: DocumentWork): DocumentScope[] {
  const { reader } = work;
  const listed = allItemsOf(reader, keys.serviceInArea(everyArea, "", "").pk);
  const listings = readCodes(
    work,
    codecs.serviceListing,
    listed.map(({ code }) => String(code)),
  );
  const numbers = numbersOf(reader, [
    ...countedCentres(readAll(work, codecs.centre), 1),
    ...[...listings.values()].map((record): Counted => ({ of: "SERVICES", record, by: 1 })),
  ]);
  const found = subjects.flatMap((of) => {
    const scopes = [...numbers[of].scopes].map(([, scope]) => scope);
    // A scope that has lost its last record still has documents.
    const all = [...scopes, ...(countRepository(reader).scopes(of) ?? [])];
    const names = distinct(
      all.flatMap(({ cities }) =>
        dimensionSets[of].map((dimensions) => countScopeName(of, dimensions, cities)),
      ),
    );
    return names.map(
      (scope): DocumentScope => ({
        scope,
        documents: numbers[of].classes.get(scope) ?? new Map(),
      }),
    );
  });
  const directory = new Map(subjects.map((of) => [of, inOrder(numbers[of].scopes)]));
  return [...found, { scope: countScopesName, documents: directory }];
}

function editedCounts({ reader }: DocumentWork, counted: readonly Counted[]): DocumentScope[] {
  const numbers = numbersOf(reader, counted);
  const changed = subjects.flatMap((of) =>
    [...numbers[of].classes].flatMap(([scope, classes]) =>
      [...classes.keys()].map((id) => documentKey(scope, id)),
    ),
  );
  const stored = new Map(
    reader.batchGet(changed).map(({ pk, sk, document }) => [`${pk} ${sk}`, Number(document)]),
  );
  const found: DocumentScope[] = [];
  for (const subject of subjects) {
    const { scopes, classes } = numbers[subject];
    for (const [scope, own] of classes) {
      const documents = new Map<string, number>();
      const gone: string[] = [];
      for (const [id, by] of own) {
        const { pk, sk } = documentKey(scope, id);
        const count = (stored.get(`${pk} ${sk}`) ?? 0) + by;
        if (count > 0) documents.set(id, count);
        else gone.push(id);
      }
      found.push({ scope, documents, gone });
    }
    if (scopes.size === 0) continue;
    const all = new Map((countRepository(reader).scopes(subject) ?? []).map((each) => [nameOf(each), each]));
    for (const [name, { cities, count }] of scopes)
      all.set(name, { cities, count: (all.get(name)?.count ?? 0) + count });
    found.push({ scope: countScopesName, documents: new Map([[subject, inOrder(all)]]), gone: [] });
  }
  return found;
}

interface Numbers {
  /** By name, without those in which nothing changes. */
  readonly scopes: Map<string, CountedCities>;
  /** By the scope of documents and the text of the class. */
  readonly classes: Map<string, Map<string, number>>;
}

const nameOf = ({ cities }: Pick<CountedCities, "cities">): string => cities.join(",");

const inOrder = (scopes: ReadonlyMap<string, CountedCities>): CountedCities[] =>
  distinctSorted([...scopes.keys()]).flatMap((name) => {
    const scope = scopes.get(name)!;
    return scope.count > 0 ? [scope] : [];
  });

/** The sums of some records by class and scope. Records that are alike are looked at once. */
function numbersOf(reader: Reader, counted: readonly Counted[]): Readonly<Record<CountSubject, Numbers>> {
  const areaKeys = distinct(counted.flatMap(({ record }) => record.areaCodes)).map((code) =>
    keys.record("Area", code),
  );
  const cityOf = citiesAt(reader, areaKeys);
  const alike = new Map<string, Counted>();
  for (const each of counted) {
    const { of, record, by } = each;
    const name = `${of} ${classOf(of, dimensionSets[of].at(-1)!, record)}`;
    alike.set(name, { ...each, by: by + (alike.get(name)?.by ?? 0) });
  }
  const numbers = { CENTRES: noNumbers(), SERVICES: noNumbers() };
  for (const { of, record, by } of alike.values()) {
    if (by === 0) continue;
    const own = record.areaCodes.flatMap((code) => cityOf.get(keys.record("Area", code).pk) ?? []);
    const cities = distinctSorted(own);
    const { scopes, classes } = numbers[of];
    const name = nameOf({ cities });
    scopes.set(name, { cities, count: by + (scopes.get(name)?.count ?? 0) });
    for (const dimensions of dimensionSets[of]) {
      const scope = countScopeName(of, dimensions, cities);
      const sums = classes.get(scope) ?? new Map<string, number>();
      classes.set(scope, sums);
      const text = classOf(of, dimensions, record);
      sums.set(text, by + (sums.get(text) ?? 0));
    }
  }
  return numbers;
}

const noNumbers = (): Numbers => ({ scopes: new Map(), classes: new Map() });
