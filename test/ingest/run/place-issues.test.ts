import type { Centre } from "../../../src/domain/places/centre";
import { placeIssues } from "../../../src/ingest/run/place-issues";
import { runIngest } from "../../../src/ingest/run/run";
import { locateCentres } from "../../../src/projections/locations";
import { tableRepositories } from "../../../src/storage";
import { allNodes } from "../../../src/storage/engine/page";
import type { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aCity, anArea } from "../../support/builders";
import { sharedData, testWithSharedData } from "../../support/shared-data";
import { startTable } from "../../support/test-table";

const [first, second] = ["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"] as const;

/** Synthetic: of a source of its own. */
const at = (code: string, streetAddress: string, fields: Partial<Centre> = {}) =>
  aCentre({
    code,
    name: code,
    address: { streetAddress, locality: "Borgo", postalCode: null, country: "IT" },
    sourceCodes: [`of-${code}`],
    ...fields,
  });

const point = (metres: number) => ({ latitude: 45 + metres / 111_195, longitude: 9 });

async function start(...centres: Centre[]): Promise<Table> {
  const table = await startTable();
  const areas = [aCity(), anArea({ code: "d:1" }), anArea({ code: "d:2" })];
  await saveAll(table, codecs.area, areas, { origin: "test", now: first });
  await save(table, ...centres);
  return table;
}

const save = (table: Table, ...centres: Centre[]) =>
  saveAll(table, codecs.centre, centres, { origin: "test", now: first });

/** As an import does it, without its documents. */
async function runMatching(table: Table, now: string) {
  const run = await locateCentres(table, now);
  const issues = await placeIssues(table, now)(run);
  return {
    centres: run.centres.length,
    locations: run.locations.length,
    proposed: run.proposals.length,
    written: run.changed + issues,
  };
}

async function issuesIn(table: Table, state: "RESOLVED" | "STANDING" = "STANDING") {
  const { dataQualityIssues } = tableRepositories(table);
  const { edges } = await dataQualityIssues.page({ state }, { first: 100 });
  return edges.map(({ node }) => node);
}

const messagesIn = async (table: Table) =>
  (await issuesIn(table)).map(({ entity, message, rule }) => [rule, entity!.code, message.en]);

test("a doubtful pair is proposed at both of its centres, and they stay apart", async () => {
  const table = await start(
    at("a", "Via Roma 15", { position: point(0) }),
    at("b", "Via Roma 15/a", { position: point(12) }),
  );
  expect(await runMatching(table, first)).toEqual({ centres: 2, locations: 2, proposed: 1, written: 4 });
  const end =
    "the same street, with a number next to the other or within its range, 12 m apart. They are kept apart. If they are one place, write the same address; if not, nothing needs to be done.";
  expect((await messagesIn(table)).sort()).toEqual([
    [
      "POSSIBLE_SAME_PLACE",
      "a",
      `a, Via Roma 15 (a) may be at the same place as b, Via Roma 15/a (b): ${end}`,
    ],
    [
      "POSSIBLE_SAME_PLACE",
      "b",
      `b, Via Roma 15/a (b) may be at the same place as a, Via Roma 15 (a): ${end}`,
    ],
  ]);
  const [issue] = await issuesIn(table);
  expect(issue).toMatchObject({
    severity: "NOTICE",
    sourceCode: "hub-matching",
    organizationCode: null,
    line: null,
    column: null,
    value: issue!.entity!.code === "a" ? "b" : "a",
  });
  const [ofA] = await tableRepositories(table).dataQualityIssues.ofRecords([{ type: "Centre", code: "a" }]);
  expect(ofA!.issueCodes).toHaveLength(1);
});

test("a second run writes nothing, and an issue without doubt is resolved", async () => {
  const table = await start(at("a", "Via Roma 15"), at("b", "Via Roma 15/a"));
  await runMatching(table, first);
  expect((await runMatching(table, second)).written).toBe(0);
  expect((await messagesIn(table))[0]![2]).toContain("one of them has no point");
  await save(table, at("b", "Via Roma 15"));
  expect(await runMatching(table, second)).toEqual({ centres: 2, locations: 1, proposed: 0, written: 4 });
  expect(await issuesIn(table)).toEqual([]);
  expect((await issuesIn(table, "RESOLVED")).map(({ resolvedAt }) => resolvedAt)).toEqual([second, second]);
});

test("a missing point is proposed and not filled in", async () => {
  const table = await start(at("a", "Via Roma 1"), at("b", "Via Roma 1", { position: point(0) }));
  await runMatching(table, first);
  expect(await messagesIn(table)).toEqual([
    [
      "POINT_PROPOSED",
      "a",
      "a, Via Roma 1 (a) has no point. b, Via Roma 1 (b) is at the same place and has one: 45 N, 9 E. It is proposed: the location shows it, and nothing is filled in here.",
    ],
  ]);
  const [a] = await tableRepositories(table).centres.byCodes(["a"]);
  expect(a!.position).toBeNull();
});

test("of distant points the one in the declared area is proposed, else none", async () => {
  const wrong = { position: point(4000), declaredAreaCode: "d:1", areaCodes: ["comune:1", "d:2"] };
  const right = { position: point(0), declaredAreaCode: "d:1", areaCodes: ["comune:1", "d:1"] };
  const table = await start(at("a", "Via Roma 1", wrong), at("b", "Via Roma 1", right));
  await runMatching(table, first);
  const begin = (end: string) => [
    ["POINTS_DISAGREE", expect.any(String), expect.stringContaining(`4000 m from that of ${end}`)],
  ];
  expect(await messagesIn(table)).toEqual(
    begin(
      "b, Via Roma 1 (b), at the same place: 45 N, 9 E. That point is proposed, because it lies in the area that the records declare. Nothing is repaired: correct the point or the address.",
    ),
  );
  await save(table, at("a", "Via Roma 1", { ...wrong, areaCodes: ["comune:1", "d:1"] }));
  await runMatching(table, second);
  expect((await issuesIn(table)).map(({ entity, message }) => [entity!.code, message.en])).toEqual([
    ["b", expect.stringContaining("It is unknown which of the two is right.")],
  ]);
});

let milan: Table;
beforeAll(async () => {
  const folder = sharedData(".");
  if (folder === null) return;
  milan = await startTable();
  const only = ["ds379", "ds964", "ds3017", "ds1303"];
  await runIngest({ table: milan, folder, now: first, only });
});

testWithSharedData("finds the four buildings that centres and offices share, and no other", async () => {
  const { locations } = tableRepositories(milan);
  const { edges, hasNextPage } = await locations.page({ shared: true }, { first: 100 });
  expect(hasNextPage).toBe(false);
  expect(
    edges.map(({ node }) => [node.code, node.centreCodes, node.positionCentreCode, node.positionReason]),
  ).toEqual([
    [
      "it:milano:via-anselmo-baggio-54",
      ["ds1303:via-anselmo-da-baggio-54", "ds3017:39"],
      "ds1303:via-anselmo-da-baggio-54",
      "POINTS_AGREE",
    ],
    [
      "it:milano:via-antonio-aldini-72",
      ["ds1303:via-antonio-aldini-72", "ds3017:47"],
      "ds3017:47",
      "ONLY_POINT",
    ],
    [
      "it:milano:via-cesare-brivio-4",
      ["ds1303:via-cesare-brivio-4", "ds3017:62"],
      "ds3017:62",
      "IN_DECLARED_AREA",
    ],
    ["it:milano:via-san-arnaldo-17", ["ds1303:via-sant-arnaldo-17", "ds3017:56"], "ds3017:56", "ONLY_POINT"],
  ]);
  const all = await allNodes((request) => locations.page({}, request));
  expect(all).toHaveLength(49);
});

testWithSharedData(
  "fills two of the four missing points, and proposes the right one for Via Brivio 4",
  async () => {
    const found = (await issuesIn(milan)).filter(({ sourceCode }) => sourceCode === "hub-matching");
    const described = found.map(({ rule, entity, value, message }) => [
      rule,
      entity!.code,
      value,
      message.en,
    ]);
    expect(described.sort()).toEqual([
      [
        "POINTS_DISAGREE",
        "ds1303:via-cesare-brivio-4",
        "45.502323 N, 9.143316 E",
        "The point of Servizio Sociale Municipio 9, Via Cesare Brivio 4 (ds1303:via-cesare-brivio-4) is 2651 m from that of Brivio, Via C. Brivio, 4 (ds3017:62), at the same place: 45.5038469889047 N, 9.1772613590402 E. That point is proposed, because it lies in the area that the records declare. Nothing is repaired: correct the point or the address.",
      ],
      [
        "POINT_PROPOSED",
        "ds1303:via-antonio-aldini-72",
        null,
        expect.stringContaining("45.5118148830207 N, 9.13160290277163 E"),
      ],
      [
        "POINT_PROPOSED",
        "ds1303:via-sant-arnaldo-17",
        null,
        expect.stringContaining("45.5254475428862 N, 9.17763285541431 E"),
      ],
    ]);
    const { centreLocations, centres, locations } = tableRepositories(milan);
    const offices = [
      "via-augusto-anfossi-25",
      "via-antonio-aldini-72",
      "via-adolfo-consolini-24",
      "via-sant-arnaldo-17",
    ].map((street) => `ds1303:${street}`);
    expect((await centres.byCodes(offices)).map((office) => office!.position)).toEqual([
      null,
      null,
      null,
      null,
    ]);
    const at = (await centreLocations.byCodes(offices)).map((each) => each!.locationCode);
    expect((await locations.byCodes(at)).map((each) => each!.position?.latitude ?? null)).toEqual([
      null,
      45.5118148830207,
      null,
      45.5254475428862,
    ]);
  },
);
