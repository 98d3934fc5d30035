import { operator } from "../../src/domain/identity/caller";
import { createEditing, type Edited, type EditOptions } from "../../src/editing";
import { tableRepositories } from "../../src/storage";
import type { Table } from "../../src/storage/engine/table";
import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre, aSource, aTerm } from "../support/builders";
import { startTable } from "../support/test-table";

let table: Table;
beforeEach(async () => {
  table = await startTable();
  const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(table, codecs.sourceRef, [aSource()], imported);
  await saveAll(table, codecs.taxonomyTerm, [aTerm()], imported);
  const centres = ["test:1", "test:2"].map((code) => aCentre({ code }));
  await saveAll(table, codecs.centre, centres, imported);
});

type Editing = ReturnType<typeof createEditing>;

const options: EditOptions = {
  by: operator,
  reason: "Test",
  requestKey: "key-000001",
  now: "2026-02-01T00:00:00.000Z",
  request: "the same",
};
const seen = (code: string) => ({ code, expectedVersion: 1 });

const kinds: readonly (readonly [string, (editing: Editing) => Promise<Edited>, number])[] = [
  ["create", (editing) => editing.create("centre", null, { name: "Casa" }, options), 3],
  ["update", (editing) => editing.update("centre", seen("test:1"), { notes: "a" }, options), 2],
  ["update without a change", (editing) => editing.update("centre", seen("test:1"), {}, options), 2],
  ["retire", (editing) => editing.retire("centre", seen("test:1"), options), 1],
  ["merge", (editing) => editing.merge("centre", seen("test:1"), seen("test:2"), options), 1],
];

const countCentres = async (): Promise<number> =>
  (await tableRepositories(table).centres.page({}, { first: 10 })).edges.length;

/** The answer to a repetition: the version of the data may be a later one. */
const said = (answer: Edited) => ({
  ...answer,
  dataVersion: answer.dataVersion === null ? null : (expect.any(Number) as number),
});

describe.each(kinds)("%s", (_, run, centres) => {
  test("twins in one process and in several have the same answer, and a later repetition too", async () => {
    const hubs = [
      createEditing(table, () => undefined),
      createEditing(table, () => undefined),
      createEditing(table, () => undefined),
    ];
    const [first, ...others] = await Promise.all([...hubs, ...hubs].map(run));
    for (const answer of others) expect(answer).toEqual(said(first!));
    expect(await countCentres()).toBe(centres);
    expect(await run(createEditing(table, () => undefined))).toEqual(said(first!));
    expect(await run(hubs[0]!)).toEqual(said(first!));
    expect(await countCentres()).toBe(centres);
  });

  test("killed at any of its writes, a repetition has the answer of an undisturbed one", async () => {
    const verbs = ["put", "transact", "batchWrite", "update"] as const;
    for (let n = 0; ; n++) {
      table = await startTable();
      const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
      const both = ["test:1", "test:2"].map((code) => aCentre({ code }));
      await saveAll(table, codecs.centre, both, imported);
      let left = n;
      const spies = verbs.map((verb) => {
        const write = table[verb] as (...args: unknown[]) => Promise<never>;
        return jest.spyOn(table, verb).mockImplementation(async (...args: unknown[]) => {
          if (left-- <= 0) throw new Error("killed");
          return write.apply(table, args);
        });
      });
      const killed = await run(createEditing(table, () => undefined)).then(
        () => false,
        () => true,
      );
      for (const spy of spies) spy.mockRestore();
      const answer = await run(createEditing(table, () => undefined));
      expect(await run(createEditing(table, () => undefined))).toEqual(said(answer));
      expect([answer.version, await countCentres()]).toEqual([expectedVersions.get(run), centres]);
      if (!killed) break;
    }
  });
});

const expectedVersions = new Map(kinds.map(([name, run]) => [run, /create|without/.test(name) ? 1 : 2]));
