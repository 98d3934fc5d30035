type FlatScalar = string | number | boolean | null;
export type FlatColumnType = "BOOLEAN" | "NUMBER" | "TEXT";

export interface FlatColumn {
  readonly name: string;
  readonly type: FlatColumnType;
  /** `null` for a column without a unit. */
  readonly unit: string | null;
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
  readonly unit?: string | null;
  readonly value: (cell: T) => FlatScalar;
}

/** Every row has every column, in order, because readers take the columns from the first row. */
export const flatTable = <T>(columns: readonly ColumnOf<T>[], cells: readonly T[]): FlatTable => ({
  columns: columns.map(({ name, type, unit }) => ({ name, type, unit: unit ?? null })),
  rows: cells.map((cell) => Object.fromEntries(columns.map(({ name, value }) => [name, value(cell)]))),
});
