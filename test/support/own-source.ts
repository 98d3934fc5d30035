import type { Source } from "../../src/ingest/kit/source";
import { sources } from "../../src/ingest/sources/own-sources";

/** A source of the hub by its code, whether a mapping file or code says what it is. */
export function ownSource(code: string): Source {
  const found = sources.find(({ ref }) => ref.code === code);
  if (found === undefined) throw new Error(`There is no source ${code}.`);
  return found;
}

/** A row of a CSV as a mapping file sees it. */
export const mappedRow = (cells: Readonly<Record<string, string>>, line = 2) => ({
  line,
  cells,
  point: null,
  polygons: null,
});
