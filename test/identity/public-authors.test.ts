import { rm } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { type ExportedHub, exportedHub } from "../support/exported-hub";
import { startHub } from "../support/hub";
import { askAs, type Role, savePartners } from "../support/partners";
import { everyItem } from "../support/table-state";

const credentials = /(?:key|token):\w{4,}/;

let hub: ExportedHub;
afterAll(() => rm(hub.folder, { recursive: true }));

const change = async (role: Role, name: string, input: object) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${name === "proposeChange" ? "proposal { id }" : ""} userErrors { code } } }`;
  const variables = { input: { reason: "Test", ...input } };
  const { data } = await askAs<Record<string, { proposal?: { id: string }; userErrors: unknown[] }>>(
    hub,
    role,
    query,
    variables,
  );
  expect(data?.[name]?.userErrors).toEqual([]);
  return data![name]!;
};

beforeAll(async () => {
  hub = await exportedHub(async (options) => {
    const started = await startHub(options);
    await savePartners(started.table, started.table.clock());
    hub = started as ExportedHub;
    await change("owner", "updateCentre", { code: "a:1", expectedVersion: 1, fields: { notes: "x" } });
    const service = { code: "a:1", expectedVersion: 1, service: { alternateName: "y" } };
    const { proposal } = await change("owner", "proposeChange", service);
    await change("editor", "reviewChange", { id: proposal!.id, decision: "ACCEPT" });
    return started;
  });
});

const publicChanges = "{ changes(first: 100) { nodes { code changedBy } } }";
const changesFile = async () => (await hub.request("/exports/changes.ndjson")).text();

test("no file, feed or page for everybody names a key, although the table does", async () => {
  expect(JSON.stringify(await everyItem(hub.table))).toMatch(/a\/key:\w{10}.*city\/key:\w{10}/s);
  const names = hub.manifest.sets.flatMap(({ files }) => files.map(({ name }) => name));
  expect(names.length).toBeGreaterThan(20);
  const texts = await Promise.all([
    ...names.map(async (name) => [name, (await hub.bytes(name)).toString("latin1")] as const),
    ...["services", "locations", "organizations", "service_at_locations"].map(
      async (list) => [list, await (await hub.request(`/hsds/${list}`)).text()] as const,
    ),
  ]);
  expect(texts.filter(([, text]) => credentials.test(text)).map(([name]) => name)).toEqual([]);
  const [listed, file] = [JSON.stringify(await hub.ask(publicChanges)), await changesFile()];
  expect(listed).toMatch(/"code":"a:1","changedBy":"a"/);
  expect(file).toMatch(/"changedBy":"a"/);
  expect([listed, file].filter((text) => credentials.test(text))).toEqual([]);
});

test("keys that an earlier release logged stay in the log", async () => {
  const [listed, file] = [await hub.ask(publicChanges), await changesFile()];
  const logged = (await everyItem(hub.table)).flatMap((item) => {
    const text = item.bytes ? gunzipSync(item.bytes as Uint8Array).toString() : "";
    return /^\[\{.*"changedBy":"a"/.test(text) ? [{ item, text }] : [];
  });
  expect(logged.length).toBeGreaterThan(0);
  for (const { item, text } of logged) {
    const named = text.replaceAll('"changedBy":"a"', '"changedBy":"a/key:Ab3dE5fG7h"');
    await hub.table.put({ ...item, bytes: gzipSync(named) });
  }
  expect((await hub.ask(publicChanges)).data).toEqual(listed.data);
  expect(await changesFile()).toEqual(file);
});
