import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { embeddedClient } from "../../../src/storage/engine/client";
import { createTableIfMissing } from "../../../src/storage/engine/create-table";
import { engineOver, openStore } from "../../../src/storage/engine/dynalite-engine";
import { inProcess } from "../../../src/storage/engine/engine-holder";
import { Table } from "../../../src/storage/engine/table";

type Resources = Record<"attachResource" | "detachResource", (resource: unknown) => void>;

/** How many iterators and snapshots of the LevelDB are open. */
function countOpen(db: Resources): () => number {
  const open = new Set<unknown>();
  const { attachResource, detachResource } = db;
  db.attachResource = (resource) => {
    open.add(resource);
    attachResource.call(db, resource);
  };
  db.detachResource = (resource) => {
    open.delete(resource);
    detachResource.call(db, resource);
  };
  return () => open.size;
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});

afterAll(() => rm(folder, { recursive: true }));

test.each(["in a folder", "in memory"])("a query leaves no iterator of LevelDB open, %s", async (place) => {
  const store = await openStore(place === "in memory" ? null : folder);
  const open = countOpen(store.db as unknown as Resources);
  const engine = await engineOver(store);
  const client = embeddedClient(inProcess(engine));
  await createTableIfMissing(client, "vicinato");
  const table = new Table("vicinato", client);
  const items = Array.from({ length: 30 }, (_, i) => ({
    pk: "a",
    sk: `${i + 10}`,
    listPk: "L",
    listSk: `${i}`,
  }));
  await table.batchWrite({ puts: items, deletes: [] });
  const questions = [{ partition: "a" }, { partition: "none" }, { index: "list", partition: "L" }] as const;
  for (const question of questions) for (const limit of [3, 100]) await table.query(question, limit);
  expect((await table.query(questions[2], 3)).items).toHaveLength(3);
  // The iterator is closed beside the answer.
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(open()).toBe(0);
  await engine.close();
});
