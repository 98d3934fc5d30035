import fc from "fast-check";
import { kindOn } from "../../../src/domain/places/kind-on";
import type { CentreKindPeriod } from "../../../src/domain/places/kind-period";
import { runs } from "../../support/runs";

const said = (
  kindCode: string,
  assertedOn: string | null,
  validFrom: string | null = null,
  validTo: string | null = null,
  sourceCode = `s-${kindCode}-${assertedOn}`,
): CentreKindPeriod => ({ kindCode, assertedOn, validFrom, validTo, sourceCode });

const answer = (history: readonly CentreKindPeriod[], day: string): string => {
  const { period, reason } = kindOn(history, day);
  return `${period?.kindCode ?? "-"} ${reason}`;
};

const undated = [said("CAM", "2021"), said("CASA", "2026-09-25")];
const dated = [said("CAM", "2021-05-01", "2015", "2025-06"), said("CASA", "2026-01-01", "2025-07-01")];
const disputed = [
  { ...said("CLUB", "2017-12-29"), disputedKindCodes: ["CAM"] },
  said("CAM", "2021"),
  said("CASA", "2026-09-25"),
];
const former = [said("CAM", "2026-09-25", null, null, "s"), said("CASA", "2026-09-25", null, null, "s")];

test.each([
  ["nobody ever said", [], "2026-01-01", "- NEVER_STATED"],
  ["before anything is stated", undated, "2020-12-31", "- BEFORE_FIRST_STATEMENT"],
  ["in the year of a statement", undated, "2021-03-01", "CAM STATED_IN_PERIOD"],
  ["between two statements", undated, "2023-01-01", "- BETWEEN_STATEMENTS"],
  ["on the day of a statement", undated, "2026-09-25", "CASA STATED"],
  ["after the newest statement", undated, "2030-01-01", "CASA LAST_STATED"],
  ["in a year in which it began", dated, "2015-06-01", "- BETWEEN_STATEMENTS"],
  ["within stated validity", dated, "2020-01-01", "CAM STATED"],
  ["in the month in which it ceased", dated, "2025-06-15", "- BETWEEN_STATEMENTS"],
  ["from a stated day on, before it was said", dated, "2025-07-01", "CASA STATED"],
  ["a former kind without dates", former, "2020-01-01", "- BEFORE_FIRST_STATEMENT"],
  ["the day of its mention", former, "2026-09-25", "CASA STATED"],
  ["after the end", [said("CAM", "2020-01-01", "2010-01-01", "2024")], "2025-01-01", "- ENDED"],
  [
    "two sources that differ",
    [said("CAM", "2025-01-01", "2015-01-01"), said("CASA", "2026-01-01", "2020-01-01")],
    "2022-01-01",
    "- CONTRADICTED",
  ],
  ["a kind without any date", [said("CAM", null)], "2022-01-01", "- UNDATED"],
  [
    "beside one with a date",
    [said("CAM", null), said("CASA", "2021")],
    "2021-05-01",
    "CASA STATED_IN_PERIOD",
  ],
  ["an undated one that says since when", [said("CAM", null, "2015", "2020")], "2018-01-01", "CAM STATED"],
  ["after that", [said("CAM", null, "2015", "2020")], "2022-01-01", "- ENDED"],
  ["one source disputes another", disputed, "2017-12-29", "- CONTRADICTED"],
  ["between the two", disputed, "2019-01-01", "- CONTRADICTED"],
  ["after both", disputed, "2023-01-01", "- BETWEEN_STATEMENTS"],
  ["long after both", disputed, "2026-10-01", "CASA LAST_STATED"],
  [
    "two sources that agree",
    [said("CAM", "2025-01-01", "2015-01-01"), said("CAM", "2026-01-01", "2020-01-01")],
    "2022-01-01",
    "CAM STATED",
  ],
])("%s", (_what, history, day, expected) => {
  expect(answer(history, day)).toBe(expected);
});

const date = fc.constantFrom("2019", "2020-06", "2021-01-01", "2023", "2024-12-31");
const maybeDate = fc.oneof(fc.constant(null), date);
const history = fc
  .array(
    fc
      .tuple(fc.constantFrom("A", "B"), date, maybeDate, maybeDate, fc.constantFrom("s", "t"))
      .map(([kind, on, from, to, source]) => said(kind, on, from, to, source)),
    { maxLength: 4 },
  )
  .map((all) => all.sort((a, b) => (a.assertedOn! < b.assertedOn! ? -1 : 1)));
const day = fc.constantFrom(
  "2018-06-01",
  "2019-06-01",
  "2020-06-15",
  "2021-01-01",
  "2022-01-01",
  "2025-01-01",
);

test("a kind is answered exactly when the reason allows it, and never outside its stated validity", () => {
  fc.assert(
    fc.property(history, day, (kinds, on) => {
      const { period, reason } = kindOn(kinds, on);
      expect(period !== null).toBe(["LAST_STATED", "STATED", "STATED_IN_PERIOD"].includes(reason));
      if (period?.validFrom) expect(on >= period.validFrom.slice(0, 10)).toBe(true);
      if (period?.validTo) expect(on <= `${period.validTo}-12-31`.slice(0, 10)).toBe(true);
      if (period) expect(kinds).toContain(period);
    }),
    { numRuns: runs(500) },
  );
});
