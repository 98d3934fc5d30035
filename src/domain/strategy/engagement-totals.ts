import type { Coverage } from "../indicators/observation";
import { distinct, distinctSorted } from "../kit/distinct";
import { byText } from "../kit/order";
import { sum } from "../kit/sum";
import { type Cube, cubeOf, type GroupFilter } from "../statistics/cube";
import { disclosureThreshold, type ProtectedCount, protectedCounts } from "../statistics/disclosure";
import type { EngagementEvent, Participants } from "./engagement-event";

export type ParticipationDimension = "AGE_CLASS" | "AREA";

/** Participations of some areas and classes, with the number of events. */
export interface Participations {
  readonly people: ProtectedCount;
  readonly coverage: Coverage;
}

/**
 * Participations by area and age class, without small groups. A person who takes part twice counts twice, because the hub
 * stores no persons. A class or total that one event of an area suppresses is suppressed for the area. An event without a
 * count is in no total, and the coverage reports it.
 */
export function participationCube(
  events: readonly EngagementEvent[],
): Cube<ParticipationDimension, Participations> {
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
  const people = protectedCounts(areaCodes, classes, rows);
  return cubeOf({
    // Without participants: from here on every count of people is protected.
    facts: events.map(({ areaCode, participants }) => ({ areaCode, isCounted: participants !== null })),
    dimensions: {
      AGE_CLASS: { groups: classes },
      AREA: { groups: areaCodes, of: ({ areaCode }) => [areaCode] },
    },
    measure: ({ facts, kept }) => ({
      people: people(kept("AREA"), kept("AGE_CLASS")),
      coverage: { expected: facts.length, present: facts.filter(({ isCounted }) => isCounted).length },
    }),
  });
}

/** Participations in one age class. */
export interface AgeClassTotal extends ProtectedCount {
  readonly ageClass: string;
}

export type EngagementTotals = ReturnType<typeof engagementTotals>;
export type EngagementArea = EngagementTotals["areas"][number];

/** All of the cube at once. */
export function engagementTotals(events: readonly EngagementEvent[]) {
  const cube = participationCube(events);
  const byAgeClass = (filter?: GroupFilter<ParticipationDimension>): AgeClassTotal[] =>
    cube
      .slice(["AGE_CLASS"], filter)
      .cells.map(({ groups: [ageClass], value }) => ({ ageClass: ageClass!, ...value.people }));
  const { cells, total } = cube.slice(["AREA"]);
  return {
    areas: cells.map(({ groups: [areaCode], value: { people, coverage } }) => ({
      areaCode: areaCode!,
      byAgeClass: byAgeClass(new Map([["AREA", [areaCode!]]])),
      total: people,
      coverage,
    })),
    byAgeClass: byAgeClass(),
    total: total!.people,
    coverage: total!.coverage,
    threshold: disclosureThreshold,
  };
}

function totalOf({ total, byAgeClass }: Participants): number | null {
  if (total !== null || byAgeClass.length === 0) return total;
  return byAgeClass.some(({ suppressed }) => suppressed) ? null : sum(byAgeClass.map(({ count }) => count!));
}

function cellOf(ageClass: string, counted: readonly Participants[]): number | null | undefined {
  const cells = counted.flatMap(({ byAgeClass }) => byAgeClass.filter((each) => each.ageClass === ageClass));
  if (cells.length === 0) return undefined;
  return cells.some(({ suppressed }) => suppressed) ? null : sum(cells.map(({ count }) => count!));
}

/** By the first number: `5-14` before `15-24`. */
const byAge = (a: string, b: string): number =>
  Number.parseInt(a, 10) - Number.parseInt(b, 10) || byText(a, b);
