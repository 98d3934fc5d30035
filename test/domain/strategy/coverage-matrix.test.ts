import fc from "fast-check";
import { coverageMatrix, coverageMemberships } from "../../../src/domain/strategy/coverage-matrix";
import { aMember, aPartnership } from "../../support/builders";

const coded = (...codes: string[]) => codes.map((code) => ({ code }));
const action = (code: string, lead: string | null, partnerCodes: string[], areaCodes: string[]) => ({
  code,
  leadOrganizationCode: lead,
  partnerCodes,
  areaCodes,
});

test("gives every combination once, with part, partnerships and gaps", () => {
  const matrix = coverageMatrix(
    [{ code: "p", members: [aMember("ats")], areaCodes: ["north"] }],
    [action("works", "city", ["ats"], ["north"]), action("training", "city", [], [])],
    coded("ats", "city"),
    coded("north", "south"),
  );
  const row = (c: (typeof matrix.cells)[number]) =>
    [c.organizationCode, c.areaCode, c.actionCode, c.part, c.partnershipCodes.join()].join(" ");
  expect(matrix.cells.map(row)).toEqual([
    "ats north works PARTNER p",
    "ats north training  p",
    "ats south works  ",
    "ats south training  ",
    "city north works LEAD ",
    "city north training  ",
    "city south works  ",
    "city south training  ",
  ]);
  expect(matrix.zeroCells).toBe(6);
  expect(matrix.gaps).toEqual([
    { areaCode: "north", actionCode: "training" },
    { areaCode: "south", actionCode: "works" },
    { areaCode: "south", actionCode: "training" },
  ]);
});

test("has no cell if a side is empty", () => {
  expect(coverageMatrix([], [], coded("city"), coded("north"))).toEqual({
    cells: [],
    coveredCells: [],
    zeroCells: 0,
    gaps: [],
  });
});

const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 4 });

test("has as many cells as the product of its sides, and each area and action is covered or a gap", () => {
  const actions = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom("x", "y", "z"), fc.option(fc.constantFrom("a", "b")), names, names),
      {
        selector: ([code]) => code,
      },
    )
    .map((all) => all.map(([code, lead, partners, areas]) => action(code, lead, partners, areas)));
  fc.assert(
    fc.property(actions, names, names, (all, organizations, areas) => {
      const { cells, zeroCells, gaps } = coverageMatrix([], all, coded(...organizations), coded(...areas));
      expect(cells).toHaveLength(organizations.length * areas.length * all.length);
      const places = cells.map((c) => `${c.organizationCode} ${c.areaCode} ${c.actionCode}`);
      expect(new Set(places).size).toBe(cells.length);
      const covered = cells.filter(({ part }) => part !== null);
      expect(covered.length + zeroCells).toBe(cells.length);
      const pairs = new Set(covered.map((c) => `${c.areaCode} ${c.actionCode}`));
      expect(pairs.size + gaps.length).toBe(areas.length * all.length);
    }),
  );
});

test("memberships in an area and around it have not ended, and name the area of their source", () => {
  const partnerships = [
    aPartnership({
      code: "p",
      areaCodes: ["district:1", "north"],
      members: [
        aMember("here", { areaCodes: ["north"] }),
        aMember("around", { areaCodes: ["district:1", "district:2"] }),
        aMember("elsewhere", { areaCodes: ["district:2"] }),
        aMember("nowhere"),
        aMember("left", { areaCodes: ["north"], presence: "ENDED" }),
      ],
    }),
  ];
  const found = coverageMemberships(partnerships, ["north", "south"], (area) =>
    area === "north" ? ["district:1"] : [],
  );
  expect(found.map((each) => [each.areaCode, each.namedAreaCode, each.member.organizationCode])).toEqual([
    ["north", "north", "here"],
    ["north", "district:1", "around"],
  ]);
});

test("a member that has left, or is in another area, brings no partnership to a cell", () => {
  const members = [
    aMember("left", { areaCodes: ["north"], presence: "ENDED" }),
    aMember("elsewhere", { areaCodes: ["south"] }),
  ];
  const { cells } = coverageMatrix(
    [{ code: "p", members, areaCodes: ["north", "south"] }],
    [action("works", null, [], [])],
    coded("left", "elsewhere"),
    coded("north"),
  );
  expect(cells.map(({ partnershipCodes }) => partnershipCodes)).toEqual([[], []]);
});
