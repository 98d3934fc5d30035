import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type IngestAnswer, type IngestEvent, ingestHandler } from "../../src/app/ingest-handler";
import type { Source } from "../../src/ingest/kit/source";
import { findMappings } from "../../src/ingest/sources/find-mappings";
import { tableRepositories } from "../../src/storage";
import type { Table } from "../../src/storage/engine/table";
import { fileFolder } from "../../src/storage/files/file-folder";
import { takeLease } from "../../src/storage/imports/import-lease";
import { sends, startServer, type TestServer, testHttp } from "../support/misbehaving-server";
import { startTable } from "../support/test-table";

/** Organisations of two mapping files, one from a real server, the other from the inbox. */
const mapping = (code: string): string => `
source:
  code: ${code}
  title: Invented organisations
  publisher: Invented
  licence: CC BY 4.0
  rights: { it: Inventato }
file: { path: ${code}.csv, format: csv, delimiter: ";", mode: PARTIAL }
origin: { kind: inbox }
needs: [${code === "delivered" ? "associations" : ""}]
key: { column: id }
required: [id]
records:
  - type: organization
    name: { column: name }
    kind: { constant: THIRD_SECTOR }
`;
const associations = (count: number): string =>
  [
    "id;name",
    ...Array.from({ length: count }, (_, i) => `${i};Organisation ${i} ${"x".repeat(400)}`),
    "",
  ].join("\n");

let server: TestServer;
let folder: string;
let inbox: string;
let table: Table;
beforeEach(async () => {
  server = await startServer();
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-schedule-"));
  inbox = path.join(folder, "inbox");
  for (const code of ["associations", "delivered"])
    await writeFile(path.join(folder, `${code}.mapping.yaml`), mapping(code));
  table = await startTable();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

interface Called {
  /** Looks at the clock before the time is nearly over. */
  readonly looks?: number;
  readonly at?: string;
  readonly known?: (sources: readonly Source[]) => readonly Source[];
}

const firstNight = "2026-11-22T01:10:00.000Z";

/** Calls as the state machine does, once. */
async function call(
  event: IngestEvent,
  { looks = Number.POSITIVE_INFINITY, at = firstNight, known = (sources) => sources }: Called = {},
): Promise<IngestAnswer> {
  const origin = { kind: "url", url: `${server.url}/associations.csv` } as const;
  const sources = (await findMappings(folder)).sources.map(
    (source): Source => (source.ref.code === "associations" ? { ...source, origin } : source),
  );
  const handler = ingestHandler({
    table,
    http: testHttp({ fileBytes: 10_000_000 }),
    inbox: fileFolder(inbox),
    sources: known(sources),
    folder,
    now: () => new Date(at),
    log: () => undefined,
  });
  let left = looks;
  const answer = await handler(event, { getRemainingTimeInMillis: () => (left-- > 0 ? 900_000 : 1_000) });
  // As it travels between two calls.
  return JSON.parse(JSON.stringify(answer)) as IngestAnswer;
}

/** As a steward does; the instants of a folder are those of a bucket. */
async function put(name: string, content: string, at: string): Promise<void> {
  const file = path.join(inbox, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
  await utimes(file, new Date(at), new Date(at));
}

const report = async (name: string) =>
  JSON.parse(await readFile(path.join(inbox, "reports", `${name}.json`), "utf8"));

const runs = async () => {
  const { importRuns } = tableRepositories(table);
  const { edges } = await importRuns.page({}, { first: 10, after: null });
  return edges.map(({ node }) => node);
};

test("a night reads what is due, and says of every source what became of it", async () => {
  server.answer(sends(associations(3)));
  expect(await call({})).toEqual({
    done: true,
    sources: [],
    outcomes: [
      { source: "delivered", outcome: "NO_FILE_YET", run: null },
      { source: "associations", outcome: "IMPORTED", run: "associations:1" },
    ],
    failed: [],
    parts: 0,
  });
  expect(server.asked).toEqual(["GET /associations.csv"]);
  expect(
    await tableRepositories(table).organizations.byCodes(["associations:0", "associations:2"]),
  ).toMatchObject([{ kind: "THIRD_SECTOR" }, { kind: "THIRD_SECTOR" }]);
  // Its frequency is not known: once a week.
  expect((await call({}, { at: "2026-11-23T01:10:00.000Z" })).outcomes).toContainEqual({
    ...{ source: "associations", outcome: "NOT_DUE", run: null },
  });
  expect(server.asked).toHaveLength(1);
  expect((await call({}, { at: "2026-11-29T01:09:00.000Z" })).outcomes).toContainEqual({
    ...{ source: "associations", outcome: "IMPORTED", run: "associations:2" },
  });
});

test("stops before its time is over and continues there in the next call", async () => {
  server.answer(sends(associations(700)));
  const first = await call({}, { looks: 3 });
  expect(first).toMatchObject({ done: false, sources: ["associations"], failed: [], parts: 1 });
  const [stopped] = await runs();
  expect(stopped).toMatchObject({ status: "INTERRUPTED" });
  const { rows } = stopped!.checkpoint!;
  expect(rows).toBeGreaterThan(0);
  expect(rows).toBeLessThan(700);
  expect(await call(first)).toMatchObject({ done: true, failed: [], outcomes: [{}, {}] });
  expect((await runs())[0]).toMatchObject({
    status: "COMPLETED",
    rows: { read: 700, new: 700, rejected: 0 },
  });
  expect(
    await tableRepositories(table).organizations.byCodes(["associations:0", "associations:699"]),
  ).toMatchObject([{}, {}]);
});

test("names failed downloads, repeats them the next night, and gives up on endless ones", async () => {
  server.answer(sends("<html>In manutenzione</html>"));
  const answer = await call({});
  expect(answer).toMatchObject({ done: true, failed: [{ source: "associations" }] });
  expect(answer.failed[0]!.reason).toMatch(/web page/);
  server.answer(sends(associations(700)));
  const again = await call({ sources: ["associations"], parts: 100 }, { looks: 3 });
  expect(again).toMatchObject({
    done: true,
    failed: [{ source: "associations", reason: expect.stringContaining("100") }],
  });
  server.answer(sends(associations(1)));
  expect((await call({}, { at: "2026-11-23T01:10:00.000Z" })).outcomes).toContainEqual(
    expect.objectContaining({ source: "associations", outcome: "IMPORTED" }),
  );
});

test("during another import it throws the error that the state machine waits for", async () => {
  server.answer(sends(associations(3)));
  const lease = await takeLease(table, { holder: "somebody" });
  await expect(call({})).rejects.toMatchObject({ name: "ImportRunning" });
  await lease.release();
  expect(await call({})).toMatchObject({ done: true, failed: [] });
});

test("an unknown source is a failure, and the others continue", async () => {
  server.answer(sends(associations(3)));
  expect(await call({ sources: ["nothing", "associations"] })).toMatchObject({
    done: true,
    failed: [{ source: "nothing" }],
  });
  expect(await runs()).toMatchObject([{ status: "COMPLETED" }]);
});

test("a run in which nothing is read because there is nothing, and a file without a usable row, are failures", async () => {
  expect(await call({}, { known: () => [] })).toMatchObject({
    done: true,
    failed: [{ reason: expect.stringMatching(/no source .* mapping file with an origin/s) }],
  });
  server.answer(sends(associations(0)));
  expect(await call({})).toMatchObject({
    failed: [{ source: "associations", reason: expect.stringContaining("associations.csv has no rows.") }],
  });
  expect(await runs()).toMatchObject([{ status: "FAILED" }]);
  server.answer(sends("id;name\n;Nobody\n;Nothing\n"));
  expect(await call({})).toMatchObject({
    failed: [{ source: "associations", reason: "None of the 2 rows of associations.csv could be imported." }],
    outcomes: [{}, { outcome: "FAILED", run: "associations:2" }],
  });
});

test("a file of the inbox starts the import of its source, and its giver finds the report beside it", async () => {
  const name = "delivered/Elenco-2026.csv";
  await put("delivered/old.csv", associations(1), "2026-11-20T09:00:00Z");
  await put(name, `${associations(2)};without a key\n`, "2026-11-21T09:00:00Z");
  expect(await call({ upload: name })).toEqual({
    done: true,
    upload: name,
    sources: [],
    outcomes: [{ source: "delivered", outcome: "IMPORTED", run: "delivered:1" }],
    failed: [],
    parts: 0,
  });
  expect(server.asked).toEqual([]);
  expect(await report(name)).toMatchObject({
    ...{ file: name, source: "delivered", outcome: "IMPORTED", run: "delivered:1" },
    rows: { read: 3, new: 2, rejected: 1 },
    problems: [{ line: 4, rule: "EMPTY_CELL", message: { en: expect.any(String), it: expect.any(String) } }],
  });
  // The event of an older file comes late.
  expect(await call({ upload: "delivered/old.csv" })).toMatchObject({
    ...{ failed: [], outcomes: [{ outcome: "SUPERSEDED" }] },
  });
  expect(await report("delivered/old.csv")).toMatchObject({ outcome: "SUPERSEDED" });
  expect(await runs()).toHaveLength(1);
});

test("a file in the wrong place is reported in both languages, and changes nothing", async () => {
  for (const [name, reason] of [
    ["elenco.csv", /not under the code.*delivered\/file\.csv/s],
    ["deliverd/elenco.csv", /Codes: delivered/],
    ["associations/elenco.csv", /the hub itself fetches/],
  ] as const) {
    await put(name, associations(2), "2026-11-21T09:00:00Z");
    expect(await call({ upload: name })).toMatchObject({
      done: true,
      failed: [{ source: name, reason: expect.stringMatching(reason) }],
    });
    expect(await report(name)).toMatchObject({
      outcome: "FAILED",
      message: { en: expect.stringContaining(name), it: expect.stringContaining(name) },
      hint: { en: expect.any(String), it: expect.any(String) },
    });
  }
  expect(await runs()).toEqual([]);
});

test("a file whose event was lost is read at night, once; one that cannot be read is reported once", async () => {
  server.answer(sends(associations(3)));
  await put("delivered/list.csv", associations(2), "2026-11-21T09:00:00Z");
  expect((await call({})).outcomes).toContainEqual(
    expect.objectContaining({ source: "delivered", outcome: "IMPORTED" }),
  );
  const nextNight = { at: "2026-11-23T01:10:00.000Z" };
  expect((await call({}, nextNight)).outcomes).toContainEqual(
    expect.objectContaining({ source: "delivered", outcome: "NOTHING_NEW" }),
  );
  await put("delivered/wrong.csv", "<html>", "2026-11-22T12:00:00Z");
  expect(await call({}, nextNight)).toMatchObject({ failed: [{ source: "delivered" }] });
  expect(await report("delivered/wrong.csv")).toMatchObject({
    ...{ outcome: "FAILED", message: { en: expect.any(String), it: expect.any(String) } },
  });
  expect(await call({}, { at: "2026-11-24T01:10:00.000Z" })).toMatchObject({ failed: [] });
  expect(await call({ upload: "delivered/gone.csv", sources: ["delivered"] })).toMatchObject({
    outcomes: [{ outcome: "SUPERSEDED" }],
  });
});

test("what needs a source is read again when that changes, on an instance that has never seen its file", async () => {
  await put("delivered/list.csv", associations(2), "2026-11-21T09:00:00Z");
  expect(await call({ upload: "delivered/list.csv" })).toMatchObject({ failed: [] });
  await rm(path.join(folder, "delivered.csv"));
  server.answer(sends(associations(3)));
  expect(await call({ sources: ["associations"] })).toMatchObject({ failed: [] });
  expect((await runs()).map(({ code }) => code).sort()).toEqual([
    ...["associations:2", "delivered:1", "delivered:2"],
  ]);
});
