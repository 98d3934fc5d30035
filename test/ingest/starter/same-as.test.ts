import { rm } from "node:fs/promises";
import { loadStarter } from "../../../src/ingest/starter/load-starter";
import { refresh, verify } from "../../../src/projections/refresh";
import { tableRepositories } from "../../../src/storage";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";
import { folderWith } from "../../support/synthetic-city";

const now = "2026-01-01T00:00:00Z";
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

const decision = (otherCode: string, fields: object = {}) => ({
  code: otherCode.replace(":", "-"),
  decision: "SAME",
  preferredCode: "list:1",
  otherCode,
  decidedOn: "2026-11-28",
  reason: "Same door.",
  sourceCodes: ["test"],
  ...fields,
});

async function load({ table }: TestHub, decisions: readonly object[] | null) {
  const folder = await folderWith({
    "sources.json": JSON.stringify([aSource()]),
    ...(decisions && { "same-as.json": JSON.stringify(decisions) }),
  });
  folders.push(folder);
  return loadStarter(table, folder, now);
}

const position = { latitude: 45, longitude: 9 };
const records = ["list", "old", "press"].map((code) =>
  aCentre({ code: `${code}:1`, name: "Vigna", position, sourceCodes: [code] }),
);

async function hubWithThree(): Promise<TestHub> {
  const hub = await startHub();
  const sources = records.map(({ sourceCodes: [code] }) => aSource({ code: code! }));
  await saveAll(hub.table, codecs.sourceRef, sources, { origin: "test", now });
  for (const record of records)
    await saveAll(hub.table, codecs.centre, [record], { origin: record.sourceCodes[0]!, now });
  await refresh(hub.table, "EVERYTHING", { now, written: true });
  return hub;
}

const listed = async ({ ask }: TestHub) => {
  const { data } = await ask<{
    centres: { nodes: { code: string }[] };
    possibleSameCentres: { preferred: { code: string }; other: { code: string } }[];
  }>("{ centres { nodes { code } } possibleSameCentres { preferred { code } other { code } } }");
  return {
    centres: data!.centres.nodes.map(({ code }) => code).sort(),
    proposed: data!.possibleSameCentres.map(({ preferred, other }) => `${preferred.code} ${other.code}`),
  };
};

test("a decision in the file makes two records one thing, and without it they are two again", async () => {
  const hub = await hubWithThree();
  const before = await listed(hub);
  expect(before).toEqual({
    centres: ["list:1", "old:1", "press:1"],
    proposed: ["list:1 old:1", "list:1 press:1", "old:1 press:1"],
  });
  await load(hub, [decision("old:1")]);
  expect(await listed(hub)).toEqual({ centres: ["list:1", "press:1"], proposed: ["list:1 press:1"] });
  // Each record keeps its author: the next import of its source finds it as its own.
  const { states } = tableRepositories(hub.table);
  const [state] = await states.of([{ type: "Centre", code: "old:1" }]);
  expect(state!.origin).toBe("old");
  expect(await verify(hub.table)).toMatchObject({ drifts: [] });
  hub.table.meter.reset();
  await load(hub, [decision("old:1")]);
  expect(hub.table.meter.writeUnits).toBe(0);
  // Other folders, without the file, decide nothing.
  await load(hub, null);
  expect((await listed(hub)).centres).toEqual(["list:1", "press:1"]);
  await load(hub, []);
  expect(await listed(hub)).toEqual(before);
  expect(await verify(hub.table)).toMatchObject({ drifts: [] });
});

test("a rejected proposal is proposed no more, and stays two", async () => {
  const hub = await hubWithThree();
  await load(hub, [decision("old:1", { decision: "DIFFERENT" })]);
  expect(await listed(hub)).toEqual({
    centres: ["list:1", "old:1", "press:1"],
    proposed: ["list:1 press:1", "old:1 press:1"],
  });
});

test("a chain of decisions ends at one record, and a circle decides nothing", async () => {
  const hub = await hubWithThree();
  const chain = [decision("old:1", { preferredCode: "press:1" }), decision("press:1")];
  await load(hub, chain);
  const twins = await tableRepositories(hub.table).centres.twins();
  expect(twins).toEqual(new Map([["list:1", ["old:1", "press:1"]]]));
  await load(hub, [...chain, decision("list:1", { preferredCode: "old:1" })]);
  expect((await listed(hub)).centres).toEqual(["list:1", "old:1", "press:1"]);
});

test("a decision about a record that the hub does not have waits for it", async () => {
  const hub = await hubWithThree();
  await load(hub, [decision("old:1", { preferredCode: "later:1" })]);
  expect((await listed(hub)).centres).toEqual(["list:1", "old:1", "press:1"]);
  const later = aCentre({ code: "later:1", name: "Vigna", sourceCodes: ["list"] });
  await saveAll(hub.table, codecs.centre, [later], { origin: "list", now });
  await refresh(hub.table, "EVERYTHING", { now, written: true });
  expect((await listed(hub)).centres).toEqual(["later:1", "list:1", "press:1"]);
});

test("what an editor decides counts more than the file", async () => {
  const hub = await hubWithThree();
  await load(hub, [decision("old:1")]);
  const { data } = await hub.edit(
    `mutation { updateCentre(input: { reason: "Test", code: "old:1", expectedVersion: 2, fields: { sameAs: null } }) { userErrors { code } } }`,
  );
  expect(data!.updateCentre).toEqual({ userErrors: [] });
  await load(hub, [decision("old:1"), decision("press:1")]);
  expect((await listed(hub)).centres).toEqual(["list:1", "old:1"]);
});
