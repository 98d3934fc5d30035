import type { Coverage, ObservationStatus } from "../indicators/observation";
import type { LocalizedText } from "../kit/localized-text";
import type { AreaPart } from "../places/area-parts";
import type { Dimension, Measure } from "./aggregate-rules";

/** One number of an aggregate. */
export interface Measured {
  readonly value: number | null;
  readonly status: ObservationStatus;
  /** Why there is none, or what to know about it. */
  readonly reason: LocalizedText | null;
  /** What should be in it, and what is; `null` where it is whole by its nature. */
  readonly coverage: Coverage | null;
  readonly parts: readonly AreaPart[];
  readonly sourceCodes: readonly string[];
}

/** A number with its groups, in the order of the dimensions; `null` for what is not known. */
export interface MeasuredCell extends Measured {
  readonly groups: readonly (string | null)[];
}

/** A measure that was read: it can be grouped in several ways without being read again. */
export interface MeasureTable {
  readonly measure: Measure;
  readonly unit: string;
  readonly cells: readonly MeasuredCell[];
  readonly total: Measured;
}

/** Cells of the same groups, one number for each measure in the order of the measures. */
export interface JoinedCell {
  readonly groups: readonly (string | null)[];
  readonly values: readonly Measured[];
}

export const measured = (value: number | null, over: Partial<Measured> = {}): Measured => ({
  value,
  status: value === null ? "MISSING" : "NORMAL",
  reason: null,
  coverage: null,
  parts: [],
  sourceCodes: [],
  ...over,
});

const noSuchGroup: LocalizedText = {
  it: "Questa misura non ha nulla in questo gruppo.",
  en: "This measure has nothing in this group.",
};

/** The total of what is never added up. */
export const notAddedUp = (dimension: Dimension): Measured =>
  measured(null, {
    reason: {
      it: `I gruppi di ${dimension} non si sommano.`,
      en: `Groups of ${dimension} are never added up.`,
    },
  });

/** Measures side by side. Cells with known groups come first; where a measure has no cell it says so, which is not 0. */
export function joinTables(tables: readonly MeasureTable[]): JoinedCell[] {
  const keyOf = (groups: readonly (string | null)[]): string => JSON.stringify(groups);
  const byKey = tables.map(({ cells }) => new Map(cells.map((cell) => [keyOf(cell.groups), cell])));
  const groups = new Map(
    tables.flatMap(({ cells }) => cells.map((cell) => [keyOf(cell.groups), cell.groups])),
  );
  const isKnown = (cell: JoinedCell): boolean => !cell.groups.includes(null);
  const joined = [...groups].map(
    ([key, of]): JoinedCell => ({
      groups: of,
      values: byKey.map((cells) => cells.get(key) ?? measured(null, { reason: noSuchGroup })),
    }),
  );
  return [...joined.filter(isKnown), ...joined.filter((cell) => !isKnown(cell))];
}
