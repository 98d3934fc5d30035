import fc from "fast-check";
import { disclosureThreshold, isDisclosable } from "../../../src/domain/statistics/disclosure";
import { createEngagementEvent, type EngagementEvent } from "../../../src/domain/strategy/engagement-event";
import { testRecordConstructor } from "../../support/record-constructor";
import { runs } from "../../support/runs";

const published = (ageClass: string, count: number) => ({ ageClass, count, suppressed: false });
const suppressed = (ageClass: string) => ({ ageClass, count: null, suppressed: true });
const participants = (
  total: number | null,
  ...byAgeClass: (ReturnType<typeof published> | ReturnType<typeof suppressed>)[]
) => ({
  participants: { total, byAgeClass },
});

const good = (): EngagementEvent => ({
  code: "event",
  strategyCode: "strategy",
  name: { it: "Assemblea", en: null },
  kind: "ASSEMBLY",
  date: "2025-05",
  areaCode: "nil:1",
  centreCode: null,
  sourceCodes: ["test"],
  ...participants(30, published("0-64", 20), suppressed("65-79"), suppressed("80+")),
});

testRecordConstructor("EngagementEvent", createEngagementEvent, good, [
  ["a code that is none", { code: "" }, ["code"]],
  ["a strategy that is no code", { strategyCode: "" }, ["strategyCode"]],
  ["a name without Italian", { name: { it: "", en: null } }, ["name.it"]],
  ["a date that does not exist", { date: "2025-02-30" }, ["date"]],
  ["an area that is no code", { areaCode: "" }, ["areaCode"]],
  ["a centre that is no code", { centreCode: "a b" }, ["centreCode"]],
  ["a total below the threshold", participants(4), ["participants.total"]],
  [
    "a class below the threshold",
    participants(null, published("80+", 4)),
    ["participants.byAgeClass[0].count"],
  ],
  ["a class of nobody", participants(null, published("80+", 0)), ["participants.byAgeClass[0].count"]],
  ["part of a person", participants(null, published("80+", 5.5)), ["participants.byAgeClass[0].count"]],
  [
    "a suppressed count that is published",
    participants(null, { ...published("80+", 3), suppressed: true }),
    ["participants.byAgeClass[0].count"],
  ],
  [
    "a count that is missing without being suppressed",
    participants(null, { ...suppressed("80+"), suppressed: false }),
    ["participants.byAgeClass[0].count"],
  ],
  ["a class without a name", participants(null, suppressed(" ")), ["participants.byAgeClass[0].ageClass"]],
  ["a class twice", participants(null, suppressed("80+"), suppressed("80+")), ["participants.byAgeClass"]],
  ["classes that do not add up", participants(30, published("0-64", 20)), ["participants.total"]],
  [
    "one suppressed class that the total gives away",
    participants(30, published("0-64", 20), suppressed("65+")),
    ["participants.total"],
  ],
  [
    "two suppressed classes that together are below the threshold",
    participants(24, published("0-64", 20), suppressed("65-79"), suppressed("80+")),
    ["participants.total"],
  ],
  [
    "two suppressed classes that can only be 4 and 4 if both are small",
    participants(28, published("0-64", 20), suppressed("65-79"), suppressed("80+")),
    ["participants.total"],
  ],
  ["no source", { sourceCodes: [] }, ["sourceCodes"]],
  [
    "several faults",
    { code: "", date: "soon", ...participants(3, published("80+", 2)), sourceCodes: [] },
    [
      "code",
      "date",
      "participants.byAgeClass[0].count",
      "participants.total",
      "participants.total",
      "sourceCodes",
    ],
  ],
]);

/** All ways in which so many small classes add up to a sum. */
function sharings(classes: number, sum: number, least: number): number[][] {
  if (classes === 0) return sum === 0 ? [[]] : [];
  const small = Array.from({ length: disclosureThreshold - least }, (_, i) => least + i);
  return small.flatMap((one) => sharings(classes - 1, sum - one, least).map((rest) => [one, ...rest]));
}

test("no published count of an event, and no difference of counts, is below 5 people", () => {
  const counts = fc.array(fc.option(fc.integer({ min: 0, max: 12 })), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(counts, fc.option(fc.nat(60)), (each, total) => {
      const classes = each.map((count, i) =>
        count === null ? suppressed(`${i}`) : published(`${i}`, count),
      );
      let event: EngagementEvent;
      try {
        event = createEngagementEvent({ ...good(), ...participants(total, ...classes) });
      } catch {
        return;
      }
      const known = event.participants!.byAgeClass.flatMap(({ count }) => count ?? []);
      const rest = total === null ? 0 : total - known.reduce((a, b) => a + b, 0);
      for (const number of [...known, ...(total === null ? [] : [total]), ...(rest === 0 ? [] : [rest])])
        expect(number).toBeGreaterThanOrEqual(disclosureThreshold);
      // A reader who assumes that all suppressed counts are small, from 1 or from 0, still finds several answers per class, or none.
      const hidden = event.participants!.byAgeClass.filter(({ suppressed }) => suppressed).length;
      if (total === null || hidden === 0) return;
      for (const least of [0, 1]) {
        const answers = sharings(hidden, rest, least);
        for (let i = 0; i < (answers.length === 0 ? 0 : hidden); i++)
          expect(new Set(answers.map((answer) => answer[i])).size).toBeGreaterThan(1);
      }
    }),
    { numRuns: runs(500) },
  );
});

test.each([
  [4, false],
  [5, true],
  [5.5, false],
  [Number.NaN, false],
])("%p may be published: %p", (count, allowed) => {
  expect(isDisclosable(count)).toBe(allowed);
});
