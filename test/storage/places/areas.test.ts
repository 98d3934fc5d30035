import fc from "fast-check";
import { containsPoint } from "../../../src/domain/geo/polygon";
import type { Position, Ring } from "../../../src/domain/geo/ring";
import { createAreaOverlaps } from "../../../src/domain/places/area";
import { type AreaBoundary, createAreaBoundary } from "../../../src/domain/places/area-boundary";
import { populationPointsOf } from "../../../src/domain/places/population-points";
import { type TableRepositories, tableRepositories } from "../../../src/storage";
import { loaded } from "../../../src/storage/engine/reader";
import type { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCity, anArea } from "../../support/builders";
import { pointIn } from "../../support/geo-arbitraries";
import { runs } from "../../support/runs";
import { startTable } from "../../support/test-table";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };

/** A border that winds from south to north, shared by the neighbourhoods west and east of it. */
const winding: Position[] = [
  [9.05, 45.4],
  [9.0537, 45.411],
  [9.0461, 45.4233],
  [9.0523, 45.4371],
  [9.05, 45.45],
];
const west: Ring = [[9.05, 45.4], ...winding.slice(1), [9, 45.45], [9, 45.4], [9.05, 45.4]];
const east: Ring = [[9.1, 45.4], [9.1, 45.45], ...[...winding].reverse(), [9.1, 45.4]];

const rectangle = (w: number, s: number, e: number, n: number): Ring => [
  [w, s],
  [e, s],
  [e, n],
  [w, n],
  [w, s],
];

const boundary = (areaCode: string, ...rings: Ring[]): AreaBoundary =>
  createAreaBoundary({ areaCode, level: "NEIGHBOURHOOD", polygons: [rings] });

const boundaries = [
  boundary("nil:1", west),
  boundary("nil:2", east),
  boundary("nil:3", rectangle(9.12, 45.4, 9.18, 45.46), rectangle(9.14, 45.42, 9.16, 45.44)),
];

let table: Table;
let areas: TableRepositories["areas"];
let areaOverlaps: TableRepositories["areaOverlaps"];
beforeAll(async () => {
  table = await startTable();
  ({ areaOverlaps, areas } = tableRepositories(table));
  await saveAll(table, codecs.areaBoundary, boundaries, options);
});

test("keeps the population points with each boundary, in one batch, unchanged", async () => {
  table.meter.reset();
  const found = await areas.populationPoints(["nil:3", "nil:9", "nil:1"]);
  expect(found).toEqual([populationPointsOf(boundaries[2]!), null, populationPointsOf(boundaries[0]!)]);
  expect(table.meter.calls).toEqual({ BatchGet: 1 });
});

test.each([
  ["in the west", 45.42, 9.01, ["nil:1"]],
  ["in the east", 45.42, 9.09, ["nil:2"]],
  ["just west of where the border winds west", 45.4233, 9.046, ["nil:1"]],
  ["just east of where the border winds west", 45.4233, 9.0463, ["nil:2"]],
  ["beside the hole", 45.43, 9.139, ["nil:3"]],
  ["in the hole", 45.43, 9.15, []],
  ["between the neighbourhoods", 45.43, 9.11, []],
  ["far away", -33, 151, []],
])("a point %s lies in the right neighbourhood", async (_where, latitude, longitude, codes) => {
  expect(await areas.codesAt({ latitude, longitude })).toEqual(codes);
});

test("any point is in exactly the neighbourhoods whose boundary contains it, found with one query", async () => {
  await fc.assert(
    fc.asyncProperty(pointIn({ west: 8.99, south: 45.39, east: 9.19, north: 45.47 }), async (point) => {
      table.meter.reset();
      const codes = await areas.codesAt(point);
      expect(table.meter.calls).toEqual({ Query: 1 });
      expect(codes).toEqual(
        boundaries.filter(({ polygons }) => containsPoint(polygons, point)).map(({ areaCode }) => areaCode),
      );
    }),
    { numRuns: runs(300) },
  );
});

test("a point on the shared border lies in exactly one of the two", async () => {
  for (const [longitude, latitude] of winding.slice(1, -1))
    expect(await areas.codesAt({ latitude, longitude })).toHaveLength(1);
});

test("areas of several levels at one point are listed large to small", async () => {
  const own = await startTable();
  const ring = rectangle(9, 45.4, 9.01, 45.41);
  const drawn = (["NEIGHBOURHOOD", "CITY", "DISTRICT"] as const).map((level) => ({
    ...boundary(`x:${level}`, ring),
    level,
  }));
  await saveAll(own, codecs.areaBoundary, drawn, options);
  expect(await tableRepositories(own).areas.codesAt({ latitude: 45.405, longitude: 9.005 })).toEqual([
    "x:CITY",
    "x:DISTRICT",
    "x:NEIGHBOURHOOD",
  ]);
});

test("a boundary that replaces another leaves no cell of it behind", async () => {
  const own = await startTable();
  const before = boundary("nil:1", rectangle(9, 45.4, 9.05, 45.43));
  const after = boundary("nil:1", rectangle(9.04, 45.4, 9.08, 45.43));
  await saveAll(own, codecs.areaBoundary, [before], options);
  await saveAll(own, codecs.areaBoundary, [after], options);
  const { codesAt } = tableRepositories(own).areas;
  expect(await codesAt({ latitude: 45.41, longitude: 9.01 })).toEqual([]);
  expect(await codesAt({ latitude: 45.41, longitude: 9.045 })).toEqual(["nil:1"]);
  expect(await codesAt({ latitude: 45.41, longitude: 9.07 })).toEqual(["nil:1"]);
  const current = new Set(codecs.areaBoundary.edges(after).map(({ pk }) => pk));
  const stale = codecs.areaBoundary.edges(before).filter(({ pk }) => !current.has(pk));
  expect(stale.length).toBeGreaterThan(0);
  expect(await own.batchGet(stale)).toEqual([]);
  expect(await own.batchGet(codecs.areaBoundary.edges(after))).toHaveLength(current.size);
});

test("the areas of a level are in the order of their numbers, page by page", async () => {
  const own = await startTable();
  const codes = ["nil:1", "nil:2", "nil:9", "nil:10", "nil:11", "nil:88", "nil:100"];
  const shuffled = [...codes].sort();
  expect(shuffled).not.toEqual(codes);
  await saveAll(own, codecs.area, [aCity(), ...shuffled.map((code) => anArea({ code }))], options);
  const { ofLevel } = tableRepositories(own).areas;
  const first = await ofLevel("NEIGHBOURHOOD", { first: 4 });
  const rest = await ofLevel("NEIGHBOURHOOD", { first: 4, after: first.endCursor });
  expect([...first.edges, ...rest.edges].map(({ node }) => node.code)).toEqual(codes);
  expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false]);
  expect(await loaded(first.totalCount)).toBe(7);
  expect((await ofLevel("CITY", { first: 100 })).edges.map(({ node }) => node)).toEqual([aCity()]);
  expect(await ofLevel("DISTRICT", { first: 1 })).toMatchObject({
    edges: [],
    endCursor: null,
    hasNextPage: false,
  });
});

test("overlaps are in the order of the codes, and null if unknown", async () => {
  const known = ["nil:1", "nil:2"].map((code) =>
    createAreaOverlaps({
      code,
      overlaps: [{ areaCode: "municipio:1", share: 1, shareOfOther: null }],
      sourceCodes: ["test"],
    }),
  );
  await saveAll(table, codecs.areaOverlaps, known, options);
  expect(await areaOverlaps.byCodes(["nil:2", "nil:7", "nil:1", "nil:2"])).toEqual([
    known[1],
    null,
    known[0],
    known[1],
  ]);
  expect(await areaOverlaps.byCodes([])).toEqual([]);
});

test("a level can be determined by a point once one of its boundaries is loaded", async () => {
  const own = await startTable();
  await saveAll(own, codecs.area, [aCity(), anArea()], options);
  const { levelsWithBoundary } = tableRepositories(own).areas;
  expect(await levelsWithBoundary()).toEqual([]);
  await saveAll(own, codecs.areaBoundary, [boundaries[0]!], options);
  expect(await levelsWithBoundary()).toEqual(["NEIGHBOURHOOD"]);
});
