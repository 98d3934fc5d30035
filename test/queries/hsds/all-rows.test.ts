import { versionOver } from "../../../src/app/published-versions";
import { hsdsServices } from "../../../src/queries/hsds/all-rows";
import { loaded } from "../../../src/storage/engine/reader";
import { Snapshot } from "../../../src/storage/snapshots/snapshot";
import { SnapshotStore } from "../../../src/storage/snapshots/snapshot-store";
import { hubOver } from "../../support/hub";
import { cloneTable } from "../../support/starter-table";

test("all services come in the order of their codes, also where nothing is in memory yet", async () => {
  const hub = hubOver(await cloneTable(), {});
  const list = await hub.request("/hsds/services?format=ndjson&full=true");
  const rows = (await list.text())
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: string });
  const store = new SnapshotStore(hub.table);
  const services = hsdsServices(versionOver(new Snapshot(store, await store.current()), null));
  const found: { id: string; attributes?: readonly { value?: string; taxonomy_term: { code: string } }[] }[] =
    [];
  for (;;) {
    const { done, value } = await loaded(() => services.next());
    if (done) break;
    found.push(value);
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  expect(found.length).toBe(rows.length);
  for (const row of found) expect(row).toEqual(byId.get(row.id));
  const codes = found.map(
    ({ attributes = [] }) => attributes.find(({ taxonomy_term }) => taxonomy_term.code === "code")!.value!,
  );
  expect(codes).not.toEqual([]);
  expect(codes).toEqual([...codes].sort((a, b) => (padded(a) < padded(b) ? -1 : 1)));
});

const padded = (code: string): string => code.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
