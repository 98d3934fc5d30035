import { countableCentres, countableServices } from "../../../src/domain/counts/countable";
import { anArea, aTerm } from "../../support/builders";

const house = aTerm({ code: "centre-kind:HOUSE", taxonomy: "centre-kind" });
const older = aTerm({ code: "target-group:OLDER", taxonomy: "target-group" });
const areas = [anArea({ code: "nil:1" }), anArea({ code: "nil:2" })];

const since = (assertedOn: string, kindCode: string) => ({
  kindCode,
  assertedOn,
  validFrom: null,
  validTo: null,
  sourceCode: "test",
});

test("a centre is in the first of its areas, and in its kind of the day", () => {
  const centres = [
    { areaCodes: ["comune:1", "nil:2", "nil:1"], kindHistory: [since("2024-01-01", house.code)] },
    { areaCodes: ["nil:9"], kindHistory: [since("2024-01-01", "centre-kind:GONE")] },
    { areaCodes: ["nil:1"], kindHistory: [] },
  ];
  const groups = { areas, terms: [house] };
  expect(countableCentres(centres, ["AREA", "KIND"], groups, "2025-01-01")).toEqual({
    sides: [["nil:1", "nil:2"], [house.code]],
    things: [
      [["nil:2"], [house.code]],
      [[], []],
      [["nil:1"], []],
    ],
    unknownKind: 2,
  });
  expect(countableCentres(centres, ["KIND"], groups, "2023-12-31").unknownKind).toBe(3);
});

test("a service is in all of its groups that are asked for, and organisations are those that occur", () => {
  const service = {
    areaCodes: ["nil:1", "nil:2", "nil:9"],
    careDomains: ["HEALTH", "HOUSING"] as const,
    organizationCode: "o:2",
    targetGroupCodes: [older.code, "target-group:GONE"],
  };
  const other = { ...service, areaCodes: [], organizationCode: "o:1", targetGroupCodes: [] };
  const groups = { areas, terms: [older] };
  expect(countableServices([service, other], ["ORGANIZATION", "AREA", "TARGET_GROUP"], groups)).toEqual({
    sides: [["o:1", "o:2"], ["nil:1", "nil:2"], [older.code]],
    things: [
      [["o:2"], ["nil:1", "nil:2"], [older.code]],
      [["o:1"], [], []],
    ],
  });
});
