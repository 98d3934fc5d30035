import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { aCentre, aSource, aTerm } from "../support/builders";
import { cityEditor, keyFor } from "../support/callers";
import { startHub, type TestHub } from "../support/hub";

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub({ clock: () => "2026-02-01T00:00:00.000Z" });
  const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(hub.table, codecs.sourceRef, [aSource()], imported);
  await saveAll(hub.table, codecs.taxonomyTerm, [aTerm()], imported);
  await saveAll(hub.table, codecs.centre, [aCentre({ code: "test:1", name: "Casa Uno" })], imported);
});

const payload = "version userErrors { code field }";

const updateCentre = (fields: string, expectedVersion: number, requestKey: string) =>
  hub.edit(
    `mutation { updateCentre(input: { reason: "Test", code: "test:1", expectedVersion: ${expectedVersion}, fields: { ${fields} }, requestKey: "${requestKey}" }) { centre { notes } isChanged ${payload} } }`,
  );

const create = (name: string) =>
  hub.edit<{ createCentre: { centre: { code: string } | null } }>(
    `mutation { createCentre(input: { reason: "Test", fields: { name: "${name}" }, requestKey: "key-000001" }) { centre { code } ${payload} } }`,
  );

test("a request key makes a repeated request have no further effect", async () => {
  const first = await create("Casa Due");
  expect(await create("Casa Due")).toEqual(first);
  expect((await hub.ask(`{ centres { totalCount } }`)).data).toEqual({ centres: { totalCount: 2 } });
  const second = await updateCentre(`notes: "a"`, 1, "key-000002");
  const third = await updateCentre(`notes: "b"`, 2, "key-000003");
  const unchanged = await updateCentre(`notes: "b"`, 3, "key-000004");
  await updateCentre(`notes: "c"`, 3, "key-000005");
  expect(await updateCentre(`notes: "a"`, 1, "key-000002")).toEqual(second);
  expect(await updateCentre(`notes: "b"`, 2, "key-000003")).toEqual(third);
  expect(await updateCentre(`notes: "b"`, 3, "key-000004")).toEqual(unchanged);
  expect(unchanged.data).toMatchObject({ updateCentre: { isChanged: false, version: 3, userErrors: [] } });
});

test("a request key is rejected for another request", async () => {
  await create("Casa Due");
  expect((await create("Casa Tre")).data).toMatchObject({
    createCentre: {
      centre: null,
      userErrors: [{ code: "REQUEST_KEY_REUSED", field: ["input", "requestKey"] }],
    },
  });
});

test("a request key completes a request that was killed half-way", async () => {
  await keyFor(hub.table, cityEditor);
  // With the key there, the first transaction is the record with its lists.
  const transact = jest.spyOn(hub.table, "transact").mockRejectedValueOnce(new Error("killed"));
  expect((await create("Casa Due")).errors).toMatchObject([
    { extensions: { code: "INTERNAL_SERVER_ERROR" } },
  ]);
  transact.mockRestore();
  expect((await create("Casa Due")).data).toMatchObject({ createCentre: { version: 1, userErrors: [] } });
  expect((await hub.ask(`{ centres { totalCount nodes { name } } }`)).data).toMatchObject({
    centres: { totalCount: 2, nodes: [{ name: "Casa Due" }, { name: "Casa Uno" }] },
  });
});

test("a repeated change that depends on the record, such as a kind, is applied once", async () => {
  const send = (kind: string) => updateCentre(`kind: { kind: "${kind}" }`, 1, "key-000001");
  const first = await send("centre-kind:HUB");
  expect(first.data).toMatchObject({ updateCentre: { version: 2, isChanged: true, userErrors: [] } });
  expect(await send("centre-kind:HUB")).toEqual(first);
  expect((await send("centre-kind:OTHER")).data).toMatchObject({
    updateCentre: {
      isChanged: false,
      userErrors: [{ code: "REQUEST_KEY_REUSED", field: ["input", "requestKey"] }],
    },
  });
  const { data } = await hub.ask(`{ centre(code: "test:1") { kindHistory { kind { code } } } }`);
  expect(data).toEqual({ centre: { kindHistory: [{ kind: { code: "centre-kind:HUB" } }] } });
});

test("a merge that was killed after the remaining record was written is completed under its request key", async () => {
  const imported = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(hub.table, codecs.centre, [aCentre({ code: "test:2", name: "Casa Due" })], imported);
  const merge = () =>
    hub.edit(
      `mutation { mergeCentres(input: { reason: "Test", from: "test:1", fromVersion: 1, into: "test:2", intoVersion: 1, requestKey: "key-000009" }) { centre { code alternateName } ${payload} } }`,
    );
  const { transact } = hub.table;
  const spy = jest.spyOn(hub.table, "transact").mockImplementation(async (transaction) => {
    if (transaction.item.code === "test:1") throw new Error("killed");
    return transact.call(hub.table, transaction);
  });
  expect((await merge()).errors).toMatchObject([{ extensions: { code: "INTERNAL_SERVER_ERROR" } }]);
  spy.mockRestore();
  const written = await hub.ask(`{ centre(code: "test:2") { recordState { version } } }`);
  expect(written.data).toEqual({ centre: { recordState: { version: 2 } } });
  expect((await merge()).data).toEqual({
    mergeCentres: { centre: { code: "test:2", alternateName: "Casa Uno" }, version: 2, userErrors: [] },
  });
  expect((await hub.ask(`{ centre(code: "test:1") { code } centres { totalCount } }`)).data).toEqual({
    centre: { code: "test:2" },
    centres: { totalCount: 1 },
  });
});
