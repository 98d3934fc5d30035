import { type Counted, centreCube, serviceCube } from "../../../src/domain/counts/countable";
import { anArea, aTerm } from "../../support/builders";

const term = aTerm({ code: "centre-kind:HUB", taxonomy: "centre-kind" });
const older = aTerm({ code: "target-group:OLDER", taxonomy: "target-group" });
const areas = [anArea({ code: "nil:1" }), anArea({ code: "nil:2" })];

const since = (assertedOn: string, kindCode: string) => ({
  kindCode,
  assertedOn,
  validFrom: null,
  validTo: null,
  sourceCode: "test",
});

const linesOf = (cells: readonly { groups: readonly (string | null)[]; value: Counted }[]) =>
  cells.flatMap(({ groups, value: { count } }) => (count === 0 ? [] : [[...groups, count]]));

test("a centre counts in the first of its areas, and in its kind of the day", () => {
  const centres = [
    { areaCodes: ["comune:1", "nil:2", "nil:1"], kindHistory: [since("2024-01-01", term.code)] },
    { areaCodes: ["nil:9"], kindHistory: [since("2024-01-01", "centre-kind:GONE")] },
    { areaCodes: ["nil:1"], kindHistory: [] },
  ];
  const groups = { areas, terms: [term] };
  const { cells, coverage } = centreCube(centres, groups, "2025-01-01").slice(["AREA", "KIND"]);
  expect(linesOf(cells)).toEqual([
    ["nil:2", term.code, 1],
    ["nil:1", null, 1],
    [null, null, 1],
  ]);
  expect(cells).toHaveLength(4);
  expect(coverage).toEqual({ expected: 3, present: 1 });
  expect(centreCube(centres, groups, "2023-12-31").slice(["KIND"]).coverage.present).toBe(0);
});

test("a service counts in all of its requested groups, and organisations are those that occur", () => {
  const service = {
    areaCodes: ["nil:1", "nil:2", "nil:9"],
    careDomains: ["HEALTH", "HOUSING"] as const,
    organizationCode: "o:2",
    targetGroupCodes: [older.code, "target-group:GONE"],
  };
  const other = { ...service, areaCodes: [], organizationCode: "o:1", targetGroupCodes: [] };
  const cube = serviceCube([service, other], { areas, terms: [older] });
  const { cells, total } = cube.slice(["ORGANIZATION", "AREA", "TARGET_GROUP"]);
  expect(linesOf(cells)).toEqual([
    ["o:2", "nil:1", older.code, 1],
    ["o:2", "nil:2", older.code, 1],
    ["o:1", null, null, 1],
  ]);
  expect([cells.length, total]).toEqual([5, { count: 2, ofUnknownStatus: 2 }]);
});

test("how many of the counted are of unknown status stands beside", () => {
  const statuses = ["ACTIVE", null, null, "PLANNED"] as const;
  const centres = statuses.map((status) => ({ areaCodes: ["nil:1"], kindHistory: [], status }));
  const offered = new Map([["STATUS", ["ACTIVE", "UNKNOWN"]]] as const);
  const { total } = centreCube(centres, { areas, terms: [] }, "2025-01-01").slice(["AREA"], offered);
  expect(total).toEqual({ count: 3, ofUnknownStatus: 2 });
});
