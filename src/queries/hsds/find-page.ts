import type { HsdsMinimal } from "../../domain/hsds/rows";
import type { HsdsListed, HsdsTable } from "../../storage/documents/hsds.repository";
import { type HsdsFilter, keptBy } from "./filters";
import { ownEntries } from "./own-terms";
import type { HsdsReading } from "./reading";
import { type HsdsForm, type HsdsRows, rowsOf } from "./rows-of";

/** The page of the specification. */
export interface HsdsPage<T> {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  /** Rows of this page. */
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly T[];
}

export interface PageNumber {
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

/** A part of a list by numbers; a page after the last one is empty. */
export function envelope<T>(
  total: number,
  { page, perPage }: PageNumber,
  contents: readonly T[],
): HsdsPage<T> {
  const pages = Math.ceil(total / perPage);
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

interface Found {
  readonly total: number;
  readonly entries: readonly HsdsListed[];
}

/** Entries of a list from a place on. Without a condition whole pieces are counted off; with one, entries in memory are compared. */
function entriesOf(
  table: HsdsTable,
  filter: HsdsFilter,
  { page, perPage }: PageNumber,
  reading: HsdsReading,
): Found {
  const segments = [...reading.repositories.hsds.segments(table), ...ownEntries(table)];
  const { keeps, rankOf } = keptBy(table, filter, reading);
  const from = (page - 1) * perPage;
  if (keeps !== null) {
    const kept = segments.flatMap((entries) => entries.filter(keeps));
    if (rankOf !== null) kept.sort((a, b) => rankOf(a) - rankOf(b));
    return { total: kept.length, entries: kept.slice(from, from + perPage) };
  }
  const found: HsdsListed[] = [];
  let total = 0;
  for (const entries of segments) {
    const start = Math.max(0, from - total);
    if (start < entries.length && found.length < perPage)
      found.push(...entries.slice(start, start + perPage - found.length));
    total += entries.length;
  }
  return { total, entries: found };
}

/**
 * A page of a table.
 * @throws HubError UNKNOWN_CODE for an id of a filter; BAD_USER_INPUT for a text that cannot be searched.
 */
export function findHsdsPage<T extends HsdsTable, F extends HsdsForm>(
  table: T,
  { form, filter, ...number }: PageNumber & { readonly form: F; readonly filter: HsdsFilter },
  reading: HsdsReading,
): HsdsPage<HsdsRows[F][T]> {
  const { total, entries } = entriesOf(table, filter, number, reading);
  return envelope(total, number, rowsOf(table, entries, form, reading));
}

/** Ids and last writes alone, without a look at the records. */
export function findMinimalPage(
  table: HsdsTable,
  { filter, ...number }: PageNumber & { readonly filter: HsdsFilter },
  reading: HsdsReading,
): HsdsPage<HsdsMinimal> {
  const { total, entries } = entriesOf(table, filter, number, reading);
  const rows = entries.map(({ id, updatedAt }) => ({ id, last_modified: updatedAt }));
  return envelope(total, number, rows);
}

/** How many rows a filter keeps. */
export const countOfHsds = (table: HsdsTable, filter: HsdsFilter, reading: HsdsReading): number =>
  entriesOf(table, filter, { page: 1, perPage: 1 }, reading).total;
