import type { Coverage, ObservationStatus } from "../indicators/observation";
import type { LocalizedText } from "../kit/localized-text";
import type { Unit } from "../kit/unit";
import type { AreaPart } from "../places/area-parts";
import type { Groups, Slice } from "../statistics/cube";
import type { Dimension, Measure } from "./aggregate-rules";

/** One value of an aggregate. */
export interface Measured {
  readonly value: number | null;
  /** Of a ratio or share; `null` for a count or amount. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Of the counted things, those without a current status in any source; `null` for what has none. */
  readonly ofUnknownStatus: number | null;
  /** A ratio to so few people that one more thing changes it much. */
  readonly isUnstable: boolean;
  readonly status: ObservationStatus;
  /** Why there is none, or a caveat. */
  readonly reason: LocalizedText | null;
  /** The expected and the present facts; `null` if it is complete by nature. */
  readonly coverage: Coverage | null;
  readonly parts: readonly AreaPart[];
  readonly sourceCodes: readonly string[];
}

/** A measure in the requested groups. */
export interface MeasureTable {
  readonly measure: Measure;
  readonly unit: Unit;
  readonly cells: Slice<Measured>["cells"];
  readonly total: Measured;
}

/** Cells of the same groups, one value for each measure, in the order of the measures. */
export interface JoinedCell {
  readonly groups: Groups;
  readonly values: readonly Measured[];
}

export const measured = (value: number | null, over: Partial<Measured> = {}): Measured => ({
  value,
  numerator: null,
  denominator: null,
  ofUnknownStatus: null,
  isUnstable: false,
  status: value === null ? "MISSING" : "NORMAL",
  reason: null,
  coverage: null,
  parts: [],
  sourceCodes: [],
  ...over,
});

const noSuchGroup: LocalizedText = {
  it: "Per questa misura il gruppo è vuoto.",
  en: "The group is empty for this measure.",
};

/** The total over groups that are never added up. */
export const notSummed = (dimension: Dimension): Measured =>
  measured(null, {
    reason: {
      it: `I gruppi di ${dimension} non si sommano.`,
      en: `Groups of ${dimension} are never added up.`,
    },
  });

/**
 * Measures side by side. Cells with known groups come first; a measure without a cell gives a reason, which is not 0.
 */
export function joinTables(tables: readonly MeasureTable[]): JoinedCell[] {
  const keyOf = (groups: Groups): string => JSON.stringify(groups);
  const byKey = tables.map(({ cells }) => new Map(cells.map(({ groups, value }) => [keyOf(groups), value])));
  const all = new Map(tables.flatMap(({ cells }) => cells.map(({ groups }) => [keyOf(groups), groups])));
  const joined = [...all].map(([key, groups]): JoinedCell => {
    const nothing = measured(null, { reason: noSuchGroup });
    return { groups, values: byKey.map((values) => values.get(key) ?? nothing) };
  });
  const isKnown = ({ groups }: JoinedCell): boolean => !groups.includes(null);
  return [...joined.filter(isKnown), ...joined.filter((cell) => !isKnown(cell))];
}
