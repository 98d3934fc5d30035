import type { Mapping } from "./mapping.schema";
import type { MappingFault } from "./mapping-fault";
import { columnsOfTemplate } from "./read-value";

/** A column that a mapping reads: one of the names must be there. */
export interface MappedColumn {
  readonly names: readonly string[];
  readonly path: MappingFault["path"];
}

/** Keys of a mapping whose value is the name of a column. */
const plain = new Set(["closures", "latitudeLongitude", "longitudeLatitude"]);
/** Keys with texts that have columns in braces. */
const templates = new Set(["en", "it", "template"]);
/** Keys that need no column: words of cells, and messages, which may name columns that a file lacks. */
const free = new Set(["map", "message", "texts"]);

/** Every column in a mapping, with the first place that names it. */
export function mappedColumns({ key, notices, records, required }: Mapping): MappedColumn[] {
  const found = new Map<string, MappedColumn>();
  const visit = (value: unknown, path: MappingFault["path"]): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [name, part] of Object.entries(value)) {
      const step = Array.isArray(value) ? Number(name) : name;
      const here = [...path, step];
      const names = namesIn(name, part);
      for (const group of names)
        if (!found.has(group.join("\n"))) found.set(group.join("\n"), { names: group, path: here });
      if (names.length === 0 && !free.has(name)) visit(part, here);
    }
  };
  visit({ key, notices, records, required: required.map((column) => ({ column })) }, []);
  return [...found.values()];
}

function namesIn(name: string, part: unknown): (readonly string[])[] {
  if (name === "column" || plain.has(name)) return [[part as string | string[]].flat()];
  // Of hours: a column for each day.
  if (name === "days") return Object.values(part as object).map((column) => [String(column)]);
  if (templates.has(name) && typeof part === "string")
    return columnsOfTemplate(String(part)).map((column) => [column]);
  return [];
}
