import type { Area } from "../../domain/places/area";
import { slugOf } from "../mapping/key-slug";
import { foldWord } from "../mapping/value.schema";
import { type ColumnRole, gridColumns, roleOf } from "./column-role";
import { type ColumnType, filledOf, typeOfColumn } from "./column-type";
import type { Sample } from "./sample-file";

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** Share of the rows with a value, 0 to 1. */
  readonly filled: number;
  /** Every row has a value, and all differ. */
  readonly identifies: boolean;
  readonly distinct: number;
  /** Some of its cells; none of a column that may be about persons. */
  readonly examples: readonly string[];
  /** Its apparent role beside its type. */
  readonly role: ColumnRole | null;
  /** Scheme of the area codes, for example `nil`, if `role` is area. */
  readonly scheme: string | null;
  /** It seems to name or number persons: excluded, and its cells are not shown. */
  readonly personal: boolean;
}

export type KnownAreas = readonly Pick<
  Area,
  "code" | "level" | "name" | "cityCode" | "boundingBox" | "localType"
>[];

const fiscalCode = /^[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]$/i;
const personalName =
  /cognome|surname|first.?name|last.?name|codice.?fiscale|fiscal.?code|data.?nascita|birth.?date|luogo.?nascita|referente|responsabile|titolare|intestatario/i;

export function profileColumns(sample: Sample, areas: KnownAreas): Column[] {
  const box = areas.find(({ level }) => level === "CITY")?.boundingBox ?? null;
  const cellsOf = (name: string): string[] => filledOf(sample.rows.map((row) => row[name] ?? ""));
  const columns = sample.columns.map((name): Column => {
    const cells = sample.rows.map((row) => row[name] ?? "");
    const filled = filledOf(cells);
    const distinct = new Set(filled).size;
    const personal = personalName.test(name) || filled.some((text) => fiscalCode.test(text));
    const type = typeOfColumn(name, cells);
    const scheme = schemeOf(name, type, filled, areas);
    return {
      name,
      type,
      filled: cells.length === 0 ? 0 : filled.length / cells.length,
      identifies: cells.length > 0 && new Set(filled.map(keyOf)).size === cells.length,
      distinct,
      examples: personal ? [] : [...new Set(filled)].slice(0, 3),
      role: scheme !== null ? "area" : roleOf(name, type, filled, box),
      scheme,
      personal,
    };
  });
  const grids = gridColumns(columns, cellsOf);
  return columns.map((column) => (grids.has(column.name) ? { ...column, role: "grid" } : column));
}

/** As in a code: case and signs do not distinguish values. */
const keyOf = (text: string): string => slugOf(text) || text;

/** A column of numbers that, with a scheme of its name, are all codes of areas of the hub. */
function schemeOf(
  name: string,
  { kind }: ColumnType,
  filled: readonly string[],
  areas: KnownAreas,
): string | null {
  if (kind !== "integer" && kind !== "code") return null;
  const schemes = new Map<string, Set<string>>();
  for (const { code } of areas) {
    const [scheme = "", number = ""] = code.split(":");
    schemes.set(scheme, (schemes.get(scheme) ?? new Set()).add(number));
  }
  const words = foldWord(name).split(/[^\p{L}]+/u);
  for (const [scheme, numbers] of schemes)
    if (words.includes(scheme) && filled.every((text) => numbers.has(String(Number(text))))) return scheme;
  return null;
}
