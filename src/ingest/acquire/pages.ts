import { HubError } from "../../domain/kit/errors";
import type { JsonObject } from "../kit/origin";

export interface ApiPage<T> {
  readonly records: readonly T[];
  /** Number of records on all pages, according to the API. */
  readonly total: number;
  readonly last: boolean;
}

const passes = 3;

/**
 * All records of a paged list, each once. If the list changes during the reading, records move between pages: then it
 * is read again, and earlier records are not repeated.
 * @param name of the list, for messages.
 * @param onGap called with what may still be missing, unless one reading found as many records as the API states.
 */
export async function* recordsOfPages<T>(
  name: string,
  mostPages: number,
  idOf: (record: T) => string,
  readPage: (number: number) => Promise<ApiPage<T>>,
  onGap: (gap: string) => void,
): AsyncGenerator<T, void> {
  const seen = new Set<string>();
  let gap = "";
  for (let pass = 1; pass <= passes; pass++) {
    const [inThisPass, totals] = [new Set<string>(), new Set<number>()];
    const before = seen.size;
    for (let number = 1, more = true; more; number++) {
      if (number > mostPages)
        throw new HubError("SOURCE_UNREADABLE", "pages", { name, most: mostPages }, { where: "origin" });
      const { records, total, last } = await readPage(number);
      totals.add(total);
      for (const record of records) {
        const id = idOf(record);
        inThisPass.add(id);
        if (seen.has(id)) continue;
        seen.add(id);
        yield record;
      }
      more = !last && records.length > 0;
    }
    const total = [...totals].at(-1)!;
    if (totals.size === 1 && inThisPass.size === total) return;
    gap = `${name} says that it has ${total} records, ${inThisPass.size} were on its pages`;
    // The list no longer changes: its own count is wrong, and another reading would not help.
    if (pass > 1 && totals.size === 1 && seen.size === before) return onGap(gap);
  }
  onGap(`${gap}; it changed while it was read`);
}

/** The key of a record of an API. */
export const textIdOf = (record: JsonObject): string => String(record.id);
