import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { Item, Key } from "../engine/key";
import { type Candidate, type ListRequest, readListedPage } from "../engine/ordered-page";
import { type Page, type PageRequest, readPage, type Selection } from "../engine/page";
import { given, type ListParams, type QueryParams } from "../engine/query-input";
import type { Reader } from "../engine/reader";
import { readWhole } from "../engine/whole-list";
import type { Coded } from "./codec";
import { keys } from "./keys";
import { idOf } from "./stored-item";

/** Values of fields that are texts. */
type FieldsOf<T> = { readonly [F in keyof T & string]?: (T[F] & string) | null };

export interface CodedRepository<T> {
  /** In the order of the codes; `null` for a code without a record. */
  byCodes(codes: readonly string[]): (T | null)[];
  /** A page of the records whose codes a partition lists. */
  listedIn(params: ListParams, request: PageRequest, selection?: Selection<T>): Page<T>;
}

export interface ListedRepository<T> extends CodedRepository<T> {
  /**
   * In the order of the codes.
   * @param equal required values of fields.
   */
  page(request: ListRequest, equal?: FieldsOf<T>): Page<T>;
  /** The existing records of some codes with their last write, for an order or a condition that no list has. */
  candidates(codes: readonly string[]): Candidate<T>[];
  /** For totals; an error above `limits.totalledRecords`. */
  all(): T[];
}

export function codedRepository<T>(reader: Reader, { keyOf }: Coded<T>): CodedRepository<T> {
  const byCodes = (codes: readonly string[]) => recordsByKeys<T>(reader, codes.map(keyOf));
  const ofItems = (items: readonly Item[]) => byCodes(items.map(({ code }) => String(code)));
  return {
    byCodes,
    listedIn: (params, request, selection) => readPage(reader, params, request, ofItems, selection),
  };
}

export function listedRepository<T extends { readonly code: string }>(
  reader: Reader,
  codec: Coded<T>,
): ListedRepository<T> {
  const { type } = codec;
  const inList = { index: "list", partition: keys.list.records(type, "").listPk } as const;
  return {
    ...codedRepository(reader, codec),
    page(request, equal = {}) {
      const where = given(
        Object.entries(equal).map(([field, value]) => [
          `record.${field}`,
          "equals",
          value == null ? undefined : String(value),
        ]),
      );
      return readListedPage(reader, { ...inList, ...(where.length > 0 && { where }) }, request);
    },
    candidates: (codes) => candidatesOf(reader, codec, codes),
    all() {
      const whole = { limit: limits.totalledRecords, type };
      return readWhole(reader, inList, whole).map((item) => recordOf<T>(item));
    },
  };
}

/**
 * Records in the order of the keys; `null` for a key without a record. A merged record is replaced by the one that it was
 * merged into.
 */
export function recordsByKeys<T>(reader: Reader, wanted: readonly Key[]): (T | null)[] {
  const found = itemsByKeys(reader, wanted);
  return wanted.map((key) => (found.get(idOf(key))?.record as T | undefined) ?? null);
}

/** As `recordsByKeys`: the items, by the given keys. */
export function itemsByKeys(reader: Reader, wanted: readonly Key[]): Map<string, Item> {
  const found = itemsAt(reader, wanted);
  for (let hops = 0; hops < mostMerges; hops++) {
    const moved = [...found].filter(([, item]) => typeof item.mergedInto === "string");
    if (moved.length === 0) break;
    const followed = itemsAt(
      reader,
      moved.map(([, item]) => successorOf(item)),
    );
    for (const [id, item] of moved) {
      const successor = followed.get(idOf(successorOf(item)));
      if (successor) found.set(id, successor);
      else found.delete(id);
    }
  }
  return found;
}

/** Longest followed chain of merges. */
const mostMerges = 5;

const successorOf = ({ type, mergedInto }: Item): Key => keys.record(String(type), String(mergedInto));

function itemsAt(reader: Reader, wanted: readonly Key[]): Map<string, Item> {
  const items = reader.batchGet(wanted, ["pk", "sk", "action", "record", "type", "mergedInto"]);
  return new Map(items.map((item) => [idOf(item), item]));
}

/** The existing records of the keys, with their last write. */
export function candidatesOf<T extends { readonly code: string }>(
  reader: Reader,
  { keyOf }: Coded<T>,
  codes: readonly string[],
): Candidate<T>[] {
  const items = reader.batchGet(codes.map(keyOf), ["record", "updatedAt"]);
  // A tombstone holds no record.
  return items.flatMap((item) => {
    const node = item.record as T | undefined;
    return node === undefined ? [] : [{ code: node.code, node, updatedAt: String(item.updatedAt) }];
  });
}

/** Records in one read for a projection. Beyond it an import stops with an error and never leaves records out. */
const mostRecords = 1_000_000;

/**
 * Every item of a partition, for projections; requests read pages. The read is consistent for the table itself; an index may
 * be a moment behind.
 * @throws HubError LIMIT_EXCEEDED beyond 1,000,000 items.
 */
export function allItemsOf(reader: Reader, partition: string, index?: QueryParams["index"]): readonly Item[] {
  const params = index === undefined ? { partition, consistent: true } : { partition, index };
  const { items, more } = reader.query(params, mostRecords);
  if (more) throw new HubError("LIMIT_EXCEEDED", "partition", { partition, most: mostRecords });
  return items;
}

export const recordOf = <T>(item: Item): T => item.record as T;

/** The repository of any type of record that belongs to a strategy. */
export interface StrategyRecordsRepository<T> extends CodedRepository<T> {
  /** The records of one strategy, in the order of their type. */
  ofStrategy(strategyCode: string, request: ListRequest, areaCode?: string): Page<T>;
  /** All at once, for totals; an error above `limits.totalledRecords`. */
  allOfStrategy(strategyCode: string): T[];
}

export function strategyRecordsRepository<T>(reader: Reader, codec: Coded<T>): StrategyRecordsRepository<T> {
  const { type } = codec;
  return {
    ...codedRepository(reader, codec),
    allOfStrategy(strategyCode) {
      const { listPk } = keys.list.strategyRecords(type, strategyCode, "", "");
      const whole = { limit: limits.totalledRecords, type };
      const items = readWhole(reader, { index: "list", partition: listPk }, whole);
      return items.map((item) => recordOf<T>(item));
    },
    ofStrategy(strategyCode, request, areaCode) {
      const { listPk } = keys.list.strategyRecords(type, strategyCode, "", "");
      const where = areaCode !== undefined && { where: given([["record.areaCodes", "contains", areaCode]]) };
      return readListedPage(reader, { index: "list", partition: listPk, ...where }, request);
    },
  };
}
