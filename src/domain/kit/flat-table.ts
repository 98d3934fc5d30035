import { type Unit, unitOf } from "./unit";

type FlatScalar = string | number | boolean | null;
export type FlatColumnType = "BOOLEAN" | "NUMBER" | "TEXT";

export interface FlatColumn {
  readonly name: string;
  readonly type: FlatColumnType;
  /** `null` for a column without a unit. */
  readonly unit: Unit | null;
}

/** An answer for spreadsheets: one row per cell, no nested values. */
export interface FlatTable {
  readonly columns: readonly FlatColumn[];
  readonly rows: readonly Readonly<Record<string, FlatScalar>>[];
}

/** A column with the function that reads its value. */
export interface ColumnOf<T> {
  readonly name: string;
  readonly type: FlatColumnType;
  /** Code of the unit. */
  readonly unit?: string | null;
  readonly value: (cell: T) => FlatScalar;
}

export const textColumn = <T>(name: string, read: (cell: T) => string | null | undefined): ColumnOf<T> => ({
  name,
  type: "TEXT",
  value: (cell) => read(cell) ?? null,
});

export const numberColumn = <T>(
  name: string,
  read: (cell: T) => number | null | undefined,
  unit: string | null = null,
): ColumnOf<T> => ({ name, type: "NUMBER", unit, value: (cell) => read(cell) ?? null });

/** Every row has every column, in their order: readers take the columns of a table from its first row. */
export const flatTable = <T>(columns: readonly ColumnOf<T>[], cells: readonly T[]): FlatTable => ({
  columns: columns.map(({ name, type, unit }) => ({ name, type, unit: unit ? unitOf(unit) : null })),
  rows: cells.map((cell) => Object.fromEntries(columns.map(({ name, value }) => [name, value(cell)]))),
});
