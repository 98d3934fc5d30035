import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import path from "node:path";
import { uploadRoutes } from "../../../src/app/uploads/upload-routes";
import { nameTerm } from "../../../src/domain/identity/person-terms";
import { rememberErased } from "../../../src/storage/identity/erased-persons";
import { takeLease } from "../../../src/storage/imports/import-lease";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aService } from "../../support/builders";
import { bearing } from "../../support/callers";
import { startHub, type TestHub } from "../../support/hub";
import { askAs, type Role, roles, savePartners } from "../../support/partners";
import { everyItem } from "../../support/table-state";
import { uploadSeeds } from "../../support/upload-mappings";

const now = "2026-11-29T10:00:00.000Z";
let seeds: string;
let hub: TestHub;
beforeAll(async () => {
  seeds = await uploadSeeds();
});
afterAll(() => rm(seeds, { recursive: true }));
beforeEach(async () => {
  hub = await startHub({
    clock: () => now,
    routes: (parts) => [uploadRoutes({ ...parts, seeds: [seeds] })],
  });
  await savePartners(hub.table, now);
});

const header = "code,name,organization,age,url";
const csv = (...rows: readonly string[]): string => `${[header, ...rows].join("\n")}\n`;

interface Sent {
  readonly status: number;
  readonly body: {
    readonly code?: string;
    readonly hint?: string;
    readonly dataVersion: number | null;
    readonly rows: object;
    readonly records: object;
    readonly problems: readonly { readonly code: string; readonly line: number | null }[];
    readonly diff: readonly object[] | null;
  };
}

interface Sending {
  readonly role?: Role;
  readonly mapping?: string;
  readonly query?: string;
  readonly type?: string;
}

async function upload(
  body: string,
  { role = "owner", mapping = "services-a", query = "reason=New+year", type = "text/csv" }: Sending = {},
): Promise<Sent> {
  const caller = roles[role];
  const response = await hub.request(`/uploads/${mapping}?${query}`, {
    method: "POST",
    headers: { "content-type": type, ...(caller === null ? {} : await bearing(hub.table, caller)) },
    body,
  });
  return { status: response.status, body: (await response.json()) as Sent["body"] };
}

const good = csv("s1,Uno,a,65,", "s2,Due,a,,https://example.org/");

test("a partner gives its services, the answer counts every row, and the history names the key and the reason", async () => {
  const { status, body } = await upload(good);
  expect({ status, body }).toMatchObject({
    status: 200,
    body: {
      ...{ dryRun: false, source: "services-a", status: "IMPORTED", problems: [], dataVersion: 1 },
      rows: { read: 2, new: 2, changed: 0, unchanged: 0, rejected: 0 },
    },
  });
  // As the city, which sees the key.
  const { data } = await hub.edit(
    `{ service(code: "services-a:s1") { name { it } minimumAge sourceRefs { code } recordState { changedBy history { nodes { changedBy credential reason } } } } }`,
    {},
  );
  const credential = expect.stringMatching(/^key:\w{10}$/);
  expect(data).toEqual({
    service: {
      ...{ name: { it: "Uno" }, minimumAge: 65, sourceRefs: [{ code: "services-a" }] },
      recordState: {
        changedBy: "a",
        history: { nodes: [{ changedBy: "a", credential, reason: "New year" }] },
      },
    },
  });
});

/** The records, without what the hub notes of the run itself. */
const records = async () =>
  (await everyItem(hub.table)).filter(
    ({ pk, type }) =>
      !/^(Page#|Snapshot|Hub|Changes|Import)/.test(pk) &&
      type !== "ImportRun" &&
      !pk.startsWith("SourceRef#"),
  );

test("the same file again changes nothing", async () => {
  await upload(good);
  const before = await records();
  expect((await upload(good)).body).toMatchObject({
    dataVersion: null,
    rows: { read: 2, new: 0, changed: 0, unchanged: 2, rejected: 0 },
  });
  expect(await records()).toEqual(before);
});

test("rows with faults, and records of others, are refused one by one; the others are stored", async () => {
  const { status, body } = await upload(
    csv("s1,Uno,a,65,", "s2,,a,,", "s3,Tre,b,,", "s4,Quattro,a,many,", "s5,Cinque,,,", "s6,Sei,a,,"),
  );
  expect(status).toBe(200);
  expect(body.problems.map(({ code, line }) => [line, code])).toEqual(
    expect.arrayContaining([
      [3, "EMPTY_CELL"],
      [4, "NOT_OWN"],
      [5, "NOT_A_COUNT"],
      [6, "NOT_OWN"],
    ]),
  );
  expect(body.rows).toMatchObject({ read: 6, new: 3, rejected: 3 });
  const found = await hub.ask<{ services: { nodes: { code: string }[] } }>(
    `{ services(first: 100) { nodes { code } } }`,
  );
  const codes = found.data!.services.nodes.map(({ code }) => code).filter((code) => /^services-a/.test(code));
  expect(codes.sort()).toEqual(["services-a:s1", "services-a:s4", "services-a:s6"]);
});

test("a record that another organisation owns by now is not changed, by the store's own condition", async () => {
  await upload(good);
  const taken = aService({ code: "services-a:s1", organizationCode: "b" });
  await saveAll(hub.table, codecs.service, [taken], { origin: "test", now });
  const { body } = await upload(csv("s1,Mio,a,65,", "s2,Due nuovo,a,,"));
  expect(body.problems).toMatchObject([{ code: "NOT_OWN", line: 2 }]);
  expect(body.rows).toMatchObject({ read: 2, changed: 1, rejected: 1 });
  const item = await hub.table.get(codecs.service.keyOf("services-a:s1"));
  expect(item!.record).toMatchObject({ organizationCode: "b" });
});

test("a record that is missing in a later file stays", async () => {
  await upload(good);
  await upload(csv("s1,Uno,a,65,"));
  expect((await hub.ask(`{ service(code: "services-a:s2") { code } }`)).data).toEqual({
    service: { code: "services-a:s2" },
  });
});

test("a dry run reports each change and writes nothing", async () => {
  await upload(good);
  // Publishes it.
  await hub.ask("{ dataVersion { version } }");
  const before = await everyItem(hub.table);
  const { body } = await upload(csv("s1,Uno,a,70,", "s3,Tre,a,,"), { query: "reason=Look&dryRun=true" });
  expect(body).toMatchObject({ dryRun: true, dataVersion: null, rows: { read: 2, new: 1, changed: 1 } });
  expect(body.diff).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        ...{ action: "UPDATE", code: "services-a:s1" },
        fields: [{ field: "minimumAge", before: 65, after: 70 }],
      }),
      expect.objectContaining({ action: "CREATE", code: "services-a:s3" }),
    ]),
  );
  expect(await everyItem(hub.table)).toEqual(before);
});

test("a correction of an editor has priority over the next file", async () => {
  await upload(good);
  const input = { code: "services-a:s1", expectedVersion: 1, fields: { minimumAge: 60 }, reason: "Law" };
  const edit = await askAs(
    hub,
    "editor",
    "mutation ($input: UpdateServiceInput!) { updateService(input: $input) { version } }",
    { input },
  );
  expect(edit.data).toEqual({ updateService: { version: 2 } });
  expect((await upload(csv("s1,Uno nuovo,a,65,"))).body).toMatchObject({
    overrides: [{ code: "services-a:s1", field: "minimumAge", source: 65, editor: 60 }],
  });
  expect((await hub.ask(`{ service(code: "services-a:s1") { name { it } minimumAge } }`)).data).toEqual({
    service: { name: { it: "Uno nuovo" }, minimumAge: 60 },
  });
});

test.each<[string, Sending, number, string]>([
  ["nobody", { role: "anonymous" }, 401, "UNAUTHENTICATED"],
  ["a key that may only read", { role: "reader" }, 403, "FORBIDDEN"],
  ["another partner, which does not learn of it", { role: "otherPartner" }, 404, "UNKNOWN_CODE"],
  ["a mapping file without an uploader", { mapping: "nobody" }, 404, "UNKNOWN_CODE"],
  ["no reason", { query: "dryRun=true" }, 400, "BAD_USER_INPUT"],
  ["a reason with hidden characters", { query: "reason=a%E2%80%AEb" }, 400, "BAD_USER_INPUT"],
  ["another word than true", { query: "reason=x&dryRun=yes" }, 400, "BAD_USER_INPUT"],
  ["another type of content", { type: "application/x-www-form-urlencoded" }, 415, "BAD_REQUEST"],
  ["a spreadsheet for a CSV", { type: "application/vnd.oasis.opendocument.spreadsheet" }, 415, "BAD_REQUEST"],
])("%s is rejected with how to go on, and nothing is written", async (_, sending, status, code) => {
  await upload(good, { ...sending, query: "reason=x&dryRun=true" });
  const before = await everyItem(hub.table);
  const answer = await upload(good, sending);
  expect(answer).toMatchObject({ status, body: { code, hint: expect.any(String) } });
  expect(await everyItem(hub.table)).toEqual(before);
});

test("an endless file, and one that is none, are rejected as a whole", async () => {
  expect(await upload(`${header}\n${"x".repeat(3_000_001)}`)).toMatchObject({
    ...{ status: 413, body: { code: "LIMIT_EXCEEDED" } },
  });
  expect(await upload("\u0000\u0001PK")).toMatchObject({ status: 422, body: { status: "FAILED" } });
});

test("while an import runs, the file is to be sent again later", async () => {
  const lease = await takeLease(hub.table, { holder: "the schedule" });
  const answer = await upload(good);
  expect(answer).toMatchObject({ status: 503, body: { code: "IMPORT_RUNNING" } });
  await lease.release();
  expect((await upload(good)).status).toBe(200);
});

test("the command of the page for partners does what the page says", async () => {
  const [english, italian] = ["docs/partners.md", "docs/it/partners.md"].map((file) => {
    const text = readFileSync(path.resolve(__dirname, "../../..", file), "utf8");
    return /curl "http:\/\/localhost:4000\/uploads\/([^?]+)\?([^"]+)" \\\n.*content-type: ([^"]+)"/.exec(
      text,
    )!;
  });
  expect(english!.slice(1)).toEqual(italian!.slice(1));
  const [, , query, type] = english!;
  // Makes the key, and publishes what is there.
  await upload(good, { query: "reason=x&dryRun=true" });
  await hub.ask("{ dataVersion { version } }");
  const before = await everyItem(hub.table);
  const { status, body } = await upload(good, { query: query!, type: type! });
  expect({ status, body }).toMatchObject({ status: 200, body: { dryRun: true, diff: expect.any(Array) } });
  expect(await everyItem(hub.table)).toEqual(before);
});

test("a person who was erased comes back neither by the reason of an upload nor by its rows", async () => {
  await rememberErased(hub.table, [nameTerm(["Zelinda", "Quaresmini"])]);
  const rows = csv("s1,Uno per Zelinda Quaresmini,a,65,");
  const { status, body } = await upload(rows, { query: "reason=Da+Quaresmini+Zelinda" });
  expect({ status, code: body.code }).toEqual({ status: 400, code: "BAD_USER_INPUT" });
  const { problems } = (await upload(rows)).body;
  expect(problems).toMatchObject([{ code: "NOT_HELD", line: 2 }]);
  const items = await everyItem(hub.table);
  expect(items.some(({ code }) => code === "services-a:s1")).toBe(true);
  expect(items.filter((item) => /quaresmini/i.test(JSON.stringify(item)))).toEqual([]);
});
