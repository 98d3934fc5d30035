import { operator } from "../../../src/domain/identity/caller";
import { createEditing } from "../../../src/editing";
import type { ChangeCriteria } from "../../../src/storage/changes/change.repository";
import { cursorAt } from "../../../src/storage/changes/change-cursor";
import type { Table } from "../../../src/storage/engine/table";
import { codecs } from "../../../src/storage/records/codecs";
import { keys } from "../../../src/storage/records/keys";
import { saveAll } from "../../../src/storage/records/save";
import { publishSnapshot } from "../../../src/storage/snapshots/publish-snapshot";
import { emptyRoot, rootKey } from "../../../src/storage/snapshots/root";
import { snapshotsOf } from "../../../src/storage/snapshots/snapshot-store";
import { anOrganization } from "../../support/builders";
import {
  backupOf,
  changesIn,
  follower,
  publish,
  publishCentres,
  saveCentres,
  startProcesses,
} from "../../support/followed-changes";
import { everyItem } from "../../support/table-state";

async function start() {
  const { processWith, wait } = await startProcesses();
  const table = processWith();
  return { table, processWith, wait, page: pagesOf(table) };
}

const pagesOf =
  (table: Table) =>
  async (after: string | null = null, first = 10, criteria: ChangeCriteria = {}) => {
    const found = await changesIn(table).page(criteria, { first, after });
    return { ...found, nodes: found.edges.map(({ node }) => node) };
  };

const expired = { code: "INVALID_CURSOR", message: expect.stringContaining("30 days"), where: "after" };
const day = 86_400_000;
const publishAll = (table: Table) =>
  publishSnapshot(snapshotsOf(table), { written: null, derive: () => new Map(), now: table.clock() });
const loggedIn = async (table: Table) =>
  (await everyItem(table, "blobs")).map(({ number }) => Number(number)).sort((a, b) => a - b);

test("a change says what differs from the published version before", async () => {
  const { table, page } = await start();
  await publishCentres(table, ["a:1"], { name: "Casa", areaCodes: ["nil:1"] });
  const first = await page();
  const whole = { type: "Centre", code: "a:1", changedBy: "ds1", reason: null, mergedInto: null };
  expect(first.nodes).toEqual([
    {
      ...{ ...whole, action: "CREATE", version: 1, fields: [], areaCodes: ["nil:1"], publishedVersion: 1 },
      updatedAt: expect.stringMatching(/^2026-01-01T12:00/),
    },
  ]);
  await publishCentres(table, ["a:1"], { name: "Altra", areaCodes: ["nil:2"] });
  const next = await page(first.endCursor);
  expect(next.nodes).toMatchObject([
    {
      ...{ ...whole, action: "UPDATE", version: 2, fields: ["areaCodes", "name"] },
      ...{ areaCodes: ["nil:1", "nil:2"], publishedVersion: 2 },
    },
  ]);
  expect(next.hasNextPage).toBe(false);
  expect((await page(next.endCursor)).nodes).toEqual([]);
});

test("what happens to a record between two publications is one change with all that differs", async () => {
  const { table, page } = await start();
  await publishCentres(table, ["a:1", "a:2", "a:3"], { name: "Casa", areaCodes: ["nil:1"] });
  const { endCursor } = await page();
  await saveCentres(table, ["a:1"], { name: "Casa", areaCodes: ["nil:2"] });
  await saveCentres(table, ["a:1"], { name: "Altra", areaCodes: ["nil:3"] });
  // Forth and back.
  await saveCentres(table, ["a:2"], { name: "Altra", areaCodes: ["nil:1"] });
  await saveCentres(table, ["a:2"], { name: "Casa", areaCodes: ["nil:1"] });
  await saveCentres(table, ["b:1"], { name: "Nuova" });
  await saveCentres(table, ["b:1"], { name: "Nuova casa" });
  await publish(table);
  expect((await page(endCursor)).nodes).toMatchObject([
    {
      code: "a:1",
      action: "UPDATE",
      version: 3,
      fields: ["areaCodes", "name"],
      areaCodes: ["nil:1", "nil:3"],
    },
    { code: "b:1", action: "CREATE", version: 2, fields: [] },
  ]);
});

test("retirements and merges have the reason, the areas that the record had, and its successor", async () => {
  const { table, page } = await start();
  const editing = createEditing(table, () => undefined);
  const author = () => ({
    by: { ...operator, name: "anna" },
    reason: "Chiusa",
    requestKey: null,
    now: table.clock(),
  });
  await publishCentres(table, ["a:1", "a:2", "a:3"], { areaCodes: ["nil:1"] });
  const { endCursor } = await page();
  await editing.retire("centre", { code: "a:1", expectedVersion: 1 }, author());
  const [from, into] = [
    { code: "a:2", expectedVersion: 1 },
    { code: "a:3", expectedVersion: 1 },
  ];
  await editing.merge("centre", from, into, author());
  await publish(table);
  const byAnna = { changedBy: "anna", reason: "Chiusa" };
  const found = (await page(endCursor, 10, { types: ["Centre"] })).nodes;
  expect(found).toMatchObject([
    { ...byAnna, code: "a:1", action: "RETIRE", areaCodes: ["nil:1"], mergedInto: null, fields: [] },
    { ...byAnna, code: "a:2", action: "MERGE", areaCodes: ["nil:1"], mergedInto: "a:3", fields: [] },
    { ...byAnna, code: "a:3", action: "UPDATE", fields: ["alternateName", "sourceCodes"] },
  ]);
  const last = await page(null, 10, { types: ["Centre"] });
  await publishCentres(table, ["b:1"]);
  await editing.retire("centre", { code: "b:1", expectedVersion: 1 }, author());
  await saveCentres(table, ["b:2"]);
  await editing.retire("centre", { code: "b:2", expectedVersion: 1 }, author());
  await publish(table);
  // Nobody ever saw `b:2`.
  expect((await page(last.endCursor)).nodes.map(({ action, code }) => [action, code])).toEqual([
    ["CREATE", "b:1"],
    ["RETIRE", "b:1"],
  ]);
});

test("a publication without changed records is not in the log, nor what only the hub notes about a record", async () => {
  const { table, page } = await start();
  const { root } = await publishCentres(table, ["a:1"]);
  await table.update(keys.record("Centre", "a:1"), { set: { publishedOn: "2026-01-01" } });
  await table.batchWrite({ puts: [{ pk: "Thing#1", sk: "1" }] });
  const next = (await publish(table)).root;
  expect(next.version).toBe(root.version + 1);
  expect(next.log).toEqual(root.log);
  expect(cursorAt(next)).toBe((await page()).endCursor);
});

test("a repair that compares everything logs what differs, and nothing else", async () => {
  const { table, page } = await start();
  await publishCentres(table, ["a:1", "a:2", "a:3"]);
  const { endCursor } = await page();
  const before = (await snapshotsOf(table).look()).version;
  expect((await publishAll(table)).root.version).toBe(before);
  await saveCentres(table, ["a:2"], { name: "Altra" });
  await table.batchWrite({ deletes: [keys.record("Centre", "a:3")] });
  table.unpublished.take();
  await publishAll(table);
  expect((await page(endCursor)).nodes.map(({ action, code }) => [action, code])).toEqual([
    ["RETIRE", "a:3"],
    ["UPDATE", "a:2"],
  ]);
});

test("filters by type and area, and shows a record leaving an area", async () => {
  const { table, page } = await start();
  await saveAll(table, codecs.organization, [anOrganization({ code: "o:1" })], {
    origin: "ds1",
    now: table.clock(),
  });
  await saveCentres(table, ["a:1"], { areaCodes: ["nil:1"] });
  await publishCentres(table, ["a:2"], { areaCodes: ["nil:2"] });
  await publishCentres(table, ["a:1"], { areaCodes: ["nil:3"] });
  const codesOf = async (criteria: ChangeCriteria) => {
    const { nodes, totalCount } = await page(null, 10, criteria);
    expect(await totalCount()).toBe(nodes.length);
    return nodes.map(({ code }) => code);
  };
  expect(await codesOf({})).toEqual(["o:1", "a:1", "a:2", "a:1"]);
  expect(await codesOf({ types: ["Organization"] })).toEqual(["o:1"]);
  expect(await codesOf({ types: ["Centre", "Organization"] })).toEqual(["o:1", "a:1", "a:2", "a:1"]);
  expect(await codesOf({ areaCode: "nil:1" })).toEqual(["a:1", "a:1"]);
  expect(await codesOf({ types: ["Centre"], areaCode: "nil:3" })).toEqual(["a:1"]);
  expect(await codesOf({ types: ["Area"], areaCode: "nil:3" })).toEqual([]);
});

test("many changes of one publication are in several blobs, and each is given once on pages of any size", async () => {
  const { table, page } = await start();
  const codes = Array.from({ length: 1_203 }, (_, n) => `a:${n}`);
  await publishCentres(table, codes);
  const [logged] = await everyItem(table, "blobs");
  expect((logged!.blobs as { entries: number }[]).map(({ entries }) => entries)).toEqual([500, 500, 203]);
  for (const first of [100, 77]) {
    const given: string[] = [];
    for (let after: string | null = null; ; ) {
      const found = await page(after, first);
      given.push(...found.nodes.map(({ code }) => code));
      after = found.endCursor;
      if (!found.hasNextPage) break;
      expect(found.nodes).toHaveLength(first);
    }
    expect([...given].sort()).toEqual([...codes].sort());
  }
  expect(await (await page()).totalCount()).toBe(1_203);
});

test("with a filter a page reads a bounded part of the log, and the next one goes on", async () => {
  const { table, page } = await start();
  for (let n = 0; n < 45; n++) await publishCentres(table, [`a:${n}`], { areaCodes: [`nil:${n}`] });
  const answers: (readonly [number, boolean])[] = [];
  for (let after: string | null = null; ; ) {
    table.meter.reset();
    const found = await page(after, 10, { areaCode: "nil:44" });
    expect(table.meter.readUnits).toBeLessThan(60);
    answers.push([found.nodes.length, found.hasNextPage]);
    after = found.endCursor;
    if (!found.hasNextPage) break;
  }
  expect(answers).toEqual([
    [0, true],
    [0, true],
    [1, false],
  ]);
});

test("at the end of the log nothing is read, and an empty hub has no cursor", async () => {
  const { table } = await start();
  expect(await changesIn(table).page({}, { first: 5 })).toMatchObject({ edges: [], endCursor: null });
  const { root } = await publishCentres(table, ["a:1"]);
  table.meter.reset();
  const { edges, endCursor } = await changesIn(table, root).page({}, { first: 5, after: cursorAt(root) });
  expect([edges, endCursor]).toEqual([[], cursorAt(root)]);
  expect(table.meter.readUnits).toBe(0);
});

test("a request gets no change that its own version does not have, also with a later cursor", async () => {
  const { table, processWith } = await start();
  const { root } = await publishCentres(table, ["a:1"]);
  await publishCentres(table, ["a:2"]);
  const late = changesIn(processWith(), root);
  expect((await late.page({}, { first: 5 })).edges.map(({ node }) => node.code)).toEqual(["a:1"]);
  const cursor = cursorAt(await snapshotsOf(table).look());
  const answer = await late.page({}, { first: 5, after: cursor });
  expect(answer).toMatchObject({ edges: [], endCursor: cursor, hasNextPage: false });
});

test("what is no cursor of changes is rejected", async () => {
  const { table, page } = await start();
  await publishCentres(table, ["a:1", "a:2"]);
  const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const { id } = (await snapshotsOf(table).look()).log!;
  const others = [null, [], {}, { 0: [1, id] }, { 0: ["1", id, 0] }, { 0: [1, 2, 3] }, { 0: [1, id, -1] }];
  for (const after of [
    "",
    "x",
    ...[...others, { 0: [1, id, 0], 1: [1, id, 0] }, { 0: [1e12, id, 0] }].map(text),
  ])
    await expect(page(after)).rejects.toMatchObject({ code: "INVALID_CURSOR", where: "after" });
  for (const place of [
    [0, id, 0],
    [1, id, 3],
    [1, "other", 0],
    [2, id, 0],
  ])
    await expect(page(text({ 0: place }))).rejects.toMatchObject(expired);
  expect((await page(text({ 0: [1, id, 1] }))).nodes).toMatchObject([{ code: "a:2" }]);
});

test("a cursor from after the moment of a restore is rejected, also when its number was used again", async () => {
  const { table, processWith } = await start();
  await publishCentres(table, ["a:1"]);
  const common = cursorAt(await snapshotsOf(table).look());
  const restore = await backupOf(table);
  await publishCentres(table, ["a:2"]);
  const lost = cursorAt(await snapshotsOf(table).look());
  await restore();
  const restored = processWith();
  const page = pagesOf(restored);
  await expect(page(lost)).rejects.toMatchObject(expired);
  expect((await page(common)).nodes).toEqual([]);
  const { root } = await publishCentres(restored, ["a:3"]);
  expect(root.version).toBe(2);
  await expect(page(lost)).rejects.toMatchObject(expired);
  expect((await page(common)).nodes).toMatchObject([{ code: "a:3" }]);
});

test("a log with a gap is an error, and never looks like one without these changes", async () => {
  const { table, page } = await start();
  const cursors: (string | null)[] = [];
  for (const code of ["a:1", "a:2", "a:3", "a:4"])
    cursors.push(cursorAt((await publishCentres(table, [code])).root));
  await table.batchWrite({ deletes: [keys.changeLog(2)] });
  for (const before of [null, ...cursors.slice(0, 2)])
    await expect(page(before)).rejects.toMatchObject(expired);
  expect((await page(cursors[2])).nodes).toMatchObject([{ code: "a:4" }]);
});

test("publications stay in the log for 30 days, and a client that asks within them misses nothing", async () => {
  const { table, wait, page } = await start();
  const { follow, given, cursor } = follower(table);
  await publishCentres(table, ["a:0"]);
  const first = (await page()).endCursor;
  await publishCentres(table, ["a:1"]);
  await follow();
  const blobs = async () => (await everyItem(table, "bytes")).length;
  wait(31 * day);
  await publishCentres(table, ["a:2"]);
  const before = await blobs();
  // The client is at the end of the last old one, and asked it only now.
  expect(await loggedIn(table)).toEqual([2, 3]);
  await expect(page(first)).rejects.toMatchObject(expired);
  await follow();
  expect(given).toEqual(["a:0", "a:1", "a:2"]);
  expect((await page()).nodes.map(({ code }) => code)).toEqual(["a:1", "a:2"]);
  wait(29 * day);
  await publishCentres(table, ["a:3"]);
  expect(await loggedIn(table)).toEqual([2, 3, 4]);
  wait(2 * day);
  await publishCentres(table, ["a:4"]);
  expect(await loggedIn(table)).toEqual([3, 4, 5]);
  // One blob of the log is gone; of pages and branches as many are there as before.
  expect(await blobs()).toBeLessThanOrEqual(before + 2);
  await follow();
  expect(given).toEqual(["a:0", "a:1", "a:2", "a:3", "a:4"]);
  expect((await page(cursor())).nodes).toEqual([]);
});

test("old publications are looked for once a day, and removed some at a time", async () => {
  const { table, wait } = await start();
  for (let n = 0; n < 130; n++) await publishCentres(table, ["a:1"], { name: `Casa ${n}` });
  wait(31 * day);
  const counts: number[] = [];
  for (let n = 0; n < 3; n++) {
    await publishCentres(table, ["a:2"], { name: `Casa ${n}` });
    counts.push((await loggedIn(table)).length);
  }
  expect(counts).toEqual([33, 3, 4]);
  wait(day / 2);
  table.meter.reset();
  await publishCentres(table, ["a:2"]);
  const queries = table.meter.calls.Query ?? 0;
  wait(day);
  table.meter.reset();
  await publishCentres(table, ["a:3"]);
  expect(table.meter.calls.Query).toBe(queries + 1);
});

const losses: readonly (readonly [string, (table: Table) => Promise<unknown>])[] = [
  ["a version of another form", (table) => table.update(rootKey, { set: { form: -1 } })],
  ["a damaged one", async (table) => table.batchWrite({ deletes: await everyItem(table, "bytes") })],
];

test.each(losses)("after %s the log begins again, and every earlier cursor is rejected", async (_, lose) => {
  const { table, processWith, page } = await start();
  await publishCentres(table, ["a:1"]);
  const before = (await page()).endCursor;
  await lose(table);
  const next = processWith();
  await saveCentres(next, ["a:2"]);
  const { root } = await publishAll(next);
  expect(root.log).toMatchObject({ from: root.version, last: root.version, entries: 0 });
  await expect(pagesOf(next)(before)).rejects.toMatchObject(expired);
  const { endCursor, nodes } = await pagesOf(next)();
  expect([endCursor, nodes]).toEqual([cursorAt(root), []]);
  await publishCentres(next, ["a:3"]);
  expect((await pagesOf(next)(endCursor)).nodes).toMatchObject([{ code: "a:3" }]);
});

test("a hub of a release without a log begins one", async () => {
  const { table, processWith } = await start();
  await publishCentres(table, ["a:1"]);
  const { lists } = (await table.get(rootKey, true))!;
  const { log: _, ...others } = JSON.parse(String(lists)) as Record<string, unknown>;
  await table.update(rootKey, { set: { lists: JSON.stringify(others) } });
  const next = processWith();
  expect(await pagesOf(next)()).toMatchObject({ nodes: [], endCursor: null });
  const { root } = await publishCentres(next, ["a:2"]);
  expect(root.log).toMatchObject({ from: 2, last: 2 });
  expect((await pagesOf(next)()).nodes).toMatchObject([{ code: "a:2", action: "CREATE" }]);
  expect(cursorAt(emptyRoot)).toBeNull();
});
