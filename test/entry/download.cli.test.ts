import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { downloadCommand } from "../../src/entry/download.cli";
import type { Origin } from "../../src/ingest/kit/origin";
import type { Source } from "../../src/ingest/kit/source";
import { sources } from "../../src/ingest/sources/own-sources";
import { sends, sendsJson, startServer, type TestServer, testHttp } from "../support/misbehaving-server";
import { ownSource } from "../support/own-source";

const ds3017 = ownSource("ds3017");

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-download-cli-"));
});
afterEach(() => rm(folder, { recursive: true }));

const source = (code: string, origin: Origin | null): Source =>
  ({ ...ds3017, ref: { ...ds3017.ref, code }, files: [`${code}/file.csv`], origin }) as unknown as Source;
const api: Origin = {
  kind: "graphql",
  endpoint: null,
  rate: { most: 10, seconds: 1 },
  records: async function* (ask) {
    const { data } = await ask("query Q($n: Int) { one(n: $n) }", { n: 1 });
    yield data;
    return [];
  },
};
const three = () => [
  source("plain", { kind: "url", url: `${server.url}/plain.csv` }),
  source("by-hand", null),
  source("api", api),
];

async function run(args: readonly string[], given = three()) {
  const out: string[] = [];
  const err: string[] = [];
  const context = {
    out: (t: string) => out.push(t),
    err: (t: string) => err.push(t),
    http: testHttp(),
    sources: given,
  };
  const code = await downloadCommand(args, context);
  const clean = (text: string[]) =>
    text.join("").replaceAll(server.url, "<server>").replaceAll(folder, "<folder>");
  return { code, out: clean(out), err: clean(err) };
}

test("downloads what it can, and reports the result of each source", async () => {
  server.answer(sends("id;name\n1;Casa\n"));
  expect(await run(["--to", folder])).toEqual({
    code: 0,
    out: `plain: plain/file.csv (15 bytes) downloaded
by-hand: by-hand/file.csv its mapping file names no origin: put the file into the folder by hand
api: api/file.csv its owner does not publish the address: give it with --address
`,
    err: "",
  });
  expect((await readdir(folder, { recursive: true })).sort()).toEqual([
    "api",
    "plain",
    "plain/file.csv",
    "plain/file.csv.download.json",
  ]);
});

test("continues after a source that fails, and ends with 1", async () => {
  server.answer(sends("", {}, 404), sendsJson({ data: { one: 1 } }));
  expect(
    await run(["--to", folder, "--address", `api=${server.url}/graphql`, "--only", "plain,api"]),
  ).toEqual({
    code: 1,
    out: `plain: plain/file.csv failed
  <server>/plain.csv answers 404. Look up the current address of the file on the page of the publisher.
api: api/file.csv (10 bytes) downloaded
`,
    err: "",
  });
  expect(server.asked).toEqual(["GET /plain.csv", "POST /graphql"]);
});

test.each([
  [[], "error: required option '--to <folder>' not specified\n"],
  [["--to", "<folder>", "--only", "ds0"], 'There is no source "ds0". Known sources: plain, by-hand, api.\n'],
  [
    ["--to", "<folder>", "--address", "api"],
    "--address needs a code, an equals sign and an address that begins with https:// or http://. For example: --address my-source=https://example.it/graphql.\n",
  ],
])("rejects the arguments %j with 2", async (args, err) => {
  const given = args.map((arg) => (arg === "<folder>" ? folder : arg));
  expect(await run(given)).toEqual({ code: 2, out: "", err });
});

test("reports that a file cannot be written, and continues", async () => {
  await writeFile(path.join(folder, "plain"), "a file where a folder should be");
  server.answer(sends("id;name\n1;Casa\n"));
  expect(await run(["--to", folder, "--only", "plain,by-hand"])).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /^plain: plain\/file\.csv failed\n {2}<folder>\/plain\/file\.csv cannot be written \(E(?:EXIST|NOTDIR)\)\. .*\nby-hand: /,
    ),
  });
});

test("does not touch a folder during another download, and continues one that was killed", async () => {
  await writeFile(path.join(folder, ".download.lock"), String(process.pid));
  expect(await run(["--to", folder, "--only", "by-hand"])).toEqual({
    code: 1,
    out: "",
    err: `Another download (process ${process.pid}) is running in <folder>. Wait until it has finished, or give another folder.\n`,
  });
  await writeFile(path.join(folder, ".download.lock"), "999999999");
  expect((await run(["--to", folder, "--only", "by-hand"])).code).toBe(0);
  expect(await readdir(folder)).toEqual([]);
});

test("every source states the origin of its file, or that it is placed by hand", () => {
  expect(sources.filter(({ origin }) => origin === undefined).map(({ ref }) => ref.code)).toEqual([]);
  const addresses = sources.flatMap(({ origin }) => (origin?.kind === "ckan" ? [origin.portal] : []));
  expect(addresses.every((address) => address.startsWith("https://"))).toBe(true);
});
