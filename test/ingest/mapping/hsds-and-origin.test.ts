import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { downloadCommand } from "../../../src/entry/download.cli";
import { runIngest } from "../../../src/ingest/run/run";
import { tableRepositories } from "../../../src/storage";
import { sends, sendsJson, startServer, testHttp } from "../../support/misbehaving-server";
import { sharedData, testWithSharedData } from "../../support/shared-data";
import { startTable } from "../../support/test-table";

const now = "2026-11-22T03:00:00.000Z";
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-hsds-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** SYNTHETIC: the content of these files is invented. */
const source = (code: string) => `
source:
  code: ${code}
  title: Invented services
  publisher: Invented
  licence: CC BY 4.0
  rights: { it: Inventato }
`;
const mapping = (file: string, more = "") => `${source("invented")}
file: ${file}
hsds: { organizationKind: THIRD_SECTOR, timezone: Europe/Rome, language: it }
${more}`;
const organization = { id: "o1", name: "Ente inventato", description: "Inventato" };
const service = { id: "s1", name: "Servizio inventato", status: "active", organization };

async function imported(from = folder) {
  const table = await startTable();
  const report = await runIngest({
    table,
    folder: from,
    now,
    only: ["invented"],
    mappings: [path.join(folder, "m.mapping.yaml")],
  });
  const { edges } = await tableRepositories(table).services.page({}, { first: 10, after: null });
  return { report: report.sources[0], services: edges.map(({ node }) => node) };
}
const put = (name: string, text: string) => writeFile(path.join(folder, name), text);

test.each([
  ["hsds-json", "services.json", JSON.stringify([service])],
  ["hsds-ndjson", "services.ndjson", `${JSON.stringify(service)}\n`],
])("a file in %s needs only its address and the facts that HSDS lacks", async (format, name, text) => {
  await put(name, text);
  await put("m.mapping.yaml", mapping(`{ path: ${name}, format: ${format}, mode: FULL }`));
  const { report, services } = await imported();
  expect(report).toMatchObject({ status: "IMPORTED", rows: { read: 1, new: 1, rejected: 0 }, mode: "FULL" });
  expect(services).toMatchObject([
    { code: "invented:s1", name: { it: "Servizio inventato" }, organizationCode: "invented:o1" },
  ]);
});

test("a folder of tables is one file, and an unknown table is reported by name", async () => {
  await mkdir(path.join(folder, "tables"));
  await put("tables/organizations.csv", "id,name,description\no1,Ente inventato,Inventato\n");
  await put("tables/services.csv", "id,organization_id,name,status\ns1,o1,Servizio inventato,active\n");
  await put("m.mapping.yaml", mapping("{ path: tables, format: hsds-csv, mode: FULL }"));
  expect((await imported()).services).toMatchObject([
    { code: "invented:s1", organizationCode: "invented:o1" },
  ]);
  await put("tables/services.csv", 'id,organization_id,name,status\ns1,o1,"Servizio\n');
  const { report, services } = await imported();
  expect(report).toMatchObject({ status: "FAILED", problems: [{ rule: "SOURCE_UNREADABLE" }] });
  expect(report!.problems[0]!.message).toContain(path.join("tables", "services.csv"));
  expect(services).toEqual([]);
});

testWithSharedData("the tables of the specification's own sample load by a mapping file alone", async () => {
  await put("m.mapping.yaml", mapping("{ path: hsds/3.0/examples/csv, format: hsds-csv, mode: PARTIAL }"));
  const { report, services } = await imported(sharedData("")!);
  expect(report).toMatchObject({ status: "IMPORTED" });
  expect(services).toHaveLength(1);
});

test("a mapping of HSDS without the facts that HSDS lacks, or with records, is rejected with its line", async () => {
  await put("services.json", "[]");
  await put(
    "m.mapping.yaml",
    `${source("invented")}\nfile: { path: services.json, format: hsds-json, mode: FULL }\n`,
  );
  await expect(imported()).rejects.toMatchObject({
    code: "BAD_USER_INPUT",
    message: expect.stringContaining("hsds belongs to the formats hsds-json"),
  });
  await put(
    "m.mapping.yaml",
    `${source("invented")}\nfile: { path: a.csv, format: csv, delimiter: ";", mode: FULL }\n`,
  );
  await expect(imported()).rejects.toMatchObject({
    message: expect.stringContaining("records must hold what each row becomes"),
  });
});

test("an origin is downloaded by the command, and imported by the same mapping file", async () => {
  const server = await startServer();
  const download = async () => {
    const said: string[] = [];
    const say = (text: string): void => void said.push(text);
    const context = { out: say, err: say, http: testHttp(), sources: [] };
    return { code: await downloadCommand(["--to", folder], context), said: said.join("") };
  };
  server.answer(sendsJson({ total_items: 1, total_pages: 1, last_page: true, contents: [service] }));
  const origin = `origin: { kind: hsds, base: "${server.url}", list: services, query: { full: "true" } }`;
  await put(
    "m.mapping.yaml",
    mapping("{ path: api/services.ndjson, format: hsds-ndjson, mode: PARTIAL }", origin),
  );
  expect(await download()).toMatchObject({ code: 0, said: expect.stringContaining("invented") });
  expect(server.asked).toEqual(["GET /services?full=true&per_page=100&page=1"]);
  expect((await imported()).services).toMatchObject([{ code: "invented:s1" }]);
  server.answer(sends("{}", {}, 404));
  expect((await download()).code).toBe(1);
  expect((await imported()).services).toHaveLength(1);
  await server.close();
});
