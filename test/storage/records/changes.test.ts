import fc from "fast-check";
import { createEditing } from "../../../src/editing";
import { tableRepositories } from "../../../src/storage";
import { loaded } from "../../../src/storage/engine/reader";
import { codecs } from "../../../src/storage/records/codecs";
import { settlingMs } from "../../../src/storage/records/feed";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, anOrganization } from "../../support/builders";
import { runs } from "../../support/runs";
import { startTable } from "../../support/test-table";

/** A hub whose time goes on by a millisecond with each look at the clock, as fast as it likes between tests. */
async function startFeed() {
  let now = Date.parse("2026-01-01T00:00:00.000Z");
  const table = await startTable(() => new Date(now++).toISOString());
  const { changes } = tableRepositories(table);
  const options = () => ({ origin: "ds1", now: new Date(now).toISOString() });
  return {
    table,
    changes,
    editing: createEditing(table, () => undefined),
    author: () => ({ editor: "admin", reason: null, requestKey: null, now: new Date(now).toISOString() }),
    wait: (ms: number) => {
      now += ms;
    },
    saveCentre: (fields: Parameters<typeof aCentre>[0]) =>
      saveAll(table, codecs.centre, [aCentre(fields)], options()),
    saveOrganization: (code: string) =>
      saveAll(table, codecs.organization, [anOrganization({ code })], options()),
  };
}

test("each record is listed once, at its last change, and new changes come after the cursor", async () => {
  const { changes, saveCentre, wait } = await startFeed();
  await saveCentre({ code: "a:1" });
  await saveCentre({ code: "a:2" });
  wait(settlingMs);
  const first = await changes.page({}, { first: 10 });
  expect(first.edges.map(({ node }) => [node.action, node.code])).toEqual([
    ["CREATE", "a:1"],
    ["CREATE", "a:2"],
  ]);
  await saveCentre({ code: "a:1", name: "Altra" });
  wait(settlingMs);
  const next = await changes.page({}, { first: 10, after: first.endCursor });
  expect(next.edges.map(({ node }) => [node.action, node.code, node.version])).toEqual([
    ["UPDATE", "a:1", 2],
  ]);
  expect(await loaded(next.totalCount)).toBe(2);
});

test("changes of the last moments are left for the next page", async () => {
  const { changes, saveCentre, wait } = await startFeed();
  await saveCentre({ code: "a:1" });
  expect((await changes.page({}, { first: 10 })).edges).toEqual([]);
  wait(settlingMs);
  expect((await changes.page({}, { first: 10 })).edges).toHaveLength(1);
});

test("a delayed writer gets a place after the cursors of readers", async () => {
  const { table, changes, saveCentre, saveOrganization, wait } = await startFeed();
  let first: Awaited<ReturnType<typeof changes.page>> | undefined;
  const transact = table.transact.bind(table);
  jest.spyOn(table, "transact").mockImplementationOnce(async (...args) => {
    // While this write hangs, another one is made, settles, and is read.
    await saveOrganization("b1");
    wait(settlingMs * 2);
    first = await changes.page({}, { first: 10 });
    return transact(...args);
  });
  await saveCentre({ code: "slow:1" });
  wait(settlingMs);
  const next = await changes.page({}, { first: 10, after: first?.endCursor });
  expect([first!, next].map(({ edges }) => edges.map(({ node }) => node.code))).toEqual([["b1"], ["slow:1"]]);
});

test("filters by type and by area, and shows a record leaving an area", async () => {
  const { changes, saveCentre, saveOrganization, wait } = await startFeed();
  await saveOrganization("b1");
  await saveCentre({ code: "a:1", areaCodes: ["nil:1"] });
  await saveCentre({ code: "a:2", areaCodes: ["nil:2"] });
  await saveCentre({ code: "a:1", areaCodes: ["nil:3"] });
  wait(settlingMs);
  const codesOf = async (criteria: Parameters<typeof changes.page>[0]) =>
    (await changes.page(criteria, { first: 10 })).edges.map(({ node }) => node.code);
  expect(await codesOf({ types: ["Organization"] })).toEqual(["b1"]);
  expect(await codesOf({ types: ["Centre", "Organization"] })).toEqual(["b1", "a:2", "a:1"]);
  expect(await codesOf({ areaCode: "nil:1" })).toEqual(["a:1"]);
  expect(await codesOf({ areaCode: "nil:3" })).toEqual(["a:1"]);
});

test("property: a reader of the feed from any cursor ends with the current records, retirements included", async () => {
  const step = fc.record({
    code: fc.integer({ min: 1, max: 6 }).map((i) => `a:${i}`),
    what: fc.constantFrom("save", "retire", "read"),
    pause: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 25 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, first) => {
        const { table, changes, editing, author, saveCentre, wait } = await startFeed();
        const { centres, states } = tableRepositories(table);
        const copy = new Set<string>();
        let cursor: string | null = null;
        const follow = async (): Promise<void> => {
          for (;;) {
            const page = await changes.page({ types: ["Centre"] }, { first, after: cursor });
            for (const { node } of page.edges)
              if (node.action === "RETIRE") copy.delete(node.code);
              else copy.add(node.code);
            cursor = page.endCursor ?? cursor;
            if (!page.hasNextPage) return;
          }
        };
        for (const [i, { code, what, pause }] of steps.entries()) {
          if (what === "save") await saveCentre({ code, name: `Casa ${i}` });
          if (what === "read") await follow();
          const [state] = await states.of([{ type: "Centre", code }]);
          if (what === "retire" && state)
            await editing
              .retire("centre", { code, expectedVersion: state.version }, author())
              .catch(() => undefined);
          if (pause) wait(settlingMs);
        }
        wait(settlingMs);
        await follow();
        const { edges } = await centres.page({}, { first: 100 });
        expect([...copy].sort()).toEqual(edges.map(({ node }) => node.code).sort());
      },
    ),
    { numRuns: runs(25) },
  );
});
