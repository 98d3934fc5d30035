import type { MappingContext } from "../kit/source";
import type { HsdsOptions, Report } from "./options";
import { type HsdsData, type HsdsRow, type HsdsTable, hsdsTables, textOf } from "./tables";

/** The tables of a data set with ways to find rows, and the tools of each record's mapping. */
export interface HsdsIndex {
  readonly data: HsdsData;
  readonly options: HsdsOptions;
  readonly context: MappingContext;
  readonly report: Report;
  /** Rows of a table whose foreign key is this id. */
  of(table: HsdsTable, key: string, id: string): readonly HsdsRow[];
  find(table: HsdsTable, id: string): HsdsRow | undefined;
  has(table: HsdsTable, id: string): boolean;
}

const foreignKeys = [
  "contact_id",
  "link_id",
  "location_id",
  "organization_id",
  "service_at_location_id",
  "service_id",
] as const;

export function indexOf(data: HsdsData, rest: Pick<HsdsIndex, "options" | "context" | "report">): HsdsIndex {
  const rows = new Map<string, HsdsRow[]>();
  for (const table of hsdsTables)
    for (const row of data[table])
      for (const key of ["id", ...foreignKeys]) {
        const id = textOf(row, key);
        if (id === null) continue;
        const place = `${table} ${key} ${id}`;
        const there = rows.get(place);
        if (there === undefined) rows.set(place, [row]);
        else there.push(row);
      }
  const of = (table: HsdsTable, key: string, id: string): readonly HsdsRow[] =>
    rows.get(`${table} ${key} ${id}`) ?? [];
  return {
    ...rest,
    data,
    of,
    find: (table, id) => of(table, "id", id)[0],
    has: (table, id) => of(table, "id", id).length > 0,
  };
}
