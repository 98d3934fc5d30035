import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, anArea, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

interface Found {
  readonly changes: {
    readonly totalCount: number;
    readonly nodes: readonly Record<string, unknown>[];
    readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  };
}

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub();
  const from = { origin: "ds1", now: "2026-01-01T00:00:00.000Z" };
  await saveAll(hub.table, codecs.sourceRef, [aSource()], from);
  await saveAll(hub.table, codecs.area, [anArea({ code: "nil:1" })], from);
  const centres = ["test:1", "test:2"].map((code) => aCentre({ code, name: "Casa", areaCodes: ["nil:1"] }));
  await saveAll(hub.table, codecs.centre, centres, from);
});

const follow = async (after: string | null, filter = "{ types: [CENTRE] }") => {
  const { data, errors } = await hub.ask<Found>(
    `query ($after: String) { changes(filter: ${filter}, first: 10, after: $after) { totalCount
      nodes { action code version changedBy reason fields mergedInto publishedVersion record { ... on Centre { name } } }
      pageInfo { endCursor hasNextPage } } }`,
    { after },
  );
  expect(errors).toBeUndefined();
  return data!.changes;
};

test("a client that follows the changes learns what editors did, with the records of the same version", async () => {
  const first = await follow(null);
  expect(first.nodes.map(({ action, code, fields }) => [action, code, fields])).toEqual([
    ["CREATE", "test:1", []],
    ["CREATE", "test:2", []],
  ]);
  await hub.edit(`mutation { updateCentre(input: { code: "test:1", expectedVersion: 1, reason: "Nuova insegna",
    fields: { name: "Casa Uno" } }) { version } }`);
  const next = await follow(first.pageInfo.endCursor);
  expect(next.nodes).toMatchObject([
    {
      ...{ action: "UPDATE", code: "test:1", version: 2, reason: "Nuova insegna", mergedInto: null },
      ...{ fields: ["name", "sourceCodes"], record: { name: "Casa Uno" } },
    },
  ]);
  const [created, updated] = [first.nodes[0]!, next.nodes[0]!].map((each) => Number(each.publishedVersion));
  expect(updated).toBeGreaterThan(created!);
  await hub.edit(`mutation { mergeCentres(input: { reason: "Test", from: "test:2", fromVersion: 1, into: "test:1", intoVersion: 2 }) {
    version } }`);
  const last = await follow(next.pageInfo.endCursor, '{ types: [CENTRE], area: "nil:1" }');
  expect(last.nodes.find(({ action }) => action === "MERGE")).toMatchObject({
    ...{ code: "test:2", mergedInto: "test:1", fields: [], record: { name: "Casa Uno" } },
  });
  expect(last.totalCount).toBe(3 + last.nodes.length);
  expect(await follow(last.pageInfo.endCursor)).toMatchObject({ nodes: [], pageInfo: last.pageInfo });
});

test("a cursor that the hub does not know is an error that names the export, in both languages", async () => {
  await follow(null);
  const after = Buffer.from('{"0":[1,"x",0]}').toString("base64url");
  const { errors } = await hub.ask(`{ changes(after: "${after}") { nodes { code } } }`);
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining("30 days"),
      extensions: {
        ...{ code: "INVALID_CURSOR", messageIt: expect.stringContaining("30 giorni") },
        ...{ hint: expect.stringContaining("/exports"), hintIt: expect.stringContaining("/exports") },
      },
    },
  ]);
});
