import type { Coverage } from "../indicators/observation";
import { distinct, distinctSorted } from "../kit/distinct";
import { byText } from "../kit/order";
import { sum } from "../kit/sum";
import { disclosureThreshold, type ProtectedCount, protectTable } from "../statistics/disclosure";
import type { EngagementEvent, Participants } from "./engagement-event";

/** Participations in one age class. */
export interface AgeClassTotal extends ProtectedCount {
  readonly ageClass: string;
}

export interface EngagementArea {
  readonly areaCode: string;
  readonly byAgeClass: readonly AgeClassTotal[];
  readonly total: ProtectedCount;
  /** Events, and those of them of which somebody counted who took part. */
  readonly coverage: Coverage;
}

export interface EngagementTotals {
  readonly areas: readonly EngagementArea[];
  readonly byAgeClass: readonly AgeClassTotal[];
  readonly total: ProtectedCount;
  readonly coverage: Coverage;
  readonly threshold: number;
}

/**
 * Participations by area and age class, without small groups. Who takes part twice counts twice: no person enters the
 * hub. A class that one event of an area holds back is held back for the area. An event that is not counted is in no
 * total, and the coverage says so; a total that an event holds back cannot be told for its area either.
 */
export function engagementTotals(events: readonly EngagementEvent[]): EngagementTotals {
  const areaCodes = distinctSorted(events.map(({ areaCode }) => areaCode));
  const classes = distinct(
    events.flatMap(({ participants }) => participants?.byAgeClass.map((c) => c.ageClass) ?? []),
  ).sort(byAge);
  const rows = areaCodes.map((areaCode) => {
    const counted = events.flatMap((event) =>
      event.areaCode === areaCode && event.participants !== null ? [event.participants] : [],
    );
    const totals = counted.map(totalOf);
    return {
      cells: classes.map((ageClass) => cellOf(ageClass, counted)),
      total: totals.length === 0 || totals.includes(null) ? null : sum(totals.map((total) => total!)),
    };
  });
  const table = protectTable(rows, classes.length);
  const named = (cells: readonly ProtectedCount[]): AgeClassTotal[] =>
    cells.map((cell, i) => ({ ageClass: classes[i]!, ...cell }));
  return {
    areas: areaCodes.map((areaCode, i) => ({
      areaCode,
      byAgeClass: named(table.rows[i]!.cells),
      total: table.rows[i]!.total,
      coverage: coverageOf(events.filter((event) => event.areaCode === areaCode)),
    })),
    byAgeClass: named(table.columns),
    total: table.total,
    coverage: coverageOf(events),
    threshold: disclosureThreshold,
  };
}

const coverageOf = (events: readonly EngagementEvent[]): Coverage => ({
  expected: events.length,
  present: events.filter(({ participants }) => participants !== null).length,
});

function totalOf({ total, byAgeClass }: Participants): number | null {
  if (total !== null || byAgeClass.length === 0) return total;
  return byAgeClass.some(({ suppressed }) => suppressed) ? null : sum(byAgeClass.map(({ count }) => count!));
}

function cellOf(ageClass: string, counted: readonly Participants[]): number | null | undefined {
  const cells = counted.flatMap(({ byAgeClass }) => byAgeClass.filter((each) => each.ageClass === ageClass));
  if (cells.length === 0) return undefined;
  return cells.some(({ suppressed }) => suppressed) ? null : sum(cells.map(({ count }) => count!));
}

/** By the first number in it: `5-14` before `15-24`. */
const byAge = (a: string, b: string): number =>
  Number.parseInt(a, 10) - Number.parseInt(b, 10) || byText(a, b);
