import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildPage } from "../../src/web/build-page";
import { pageOperations, pageOperationsFolder } from "../../src/web/page-operations";

let folder: string;
let files: Map<string, Buffer>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "page-"));
  await buildPage({ outDir: folder });
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".gz"));
  files = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
});

afterAll(() => rm(folder, { recursive: true }));

/** What a browser loads for the first view: everything but licences. */
const loaded = () => [...files].filter(([name]) => !name.endsWith(".txt"));

test("the first view loads less than 150 kB, without the data", () => {
  const bytes = loaded().map(([name, contents]) =>
    name.endsWith(".woff2") ? contents.length : gzipSync(contents, { level: 9 }).length,
  );
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(150_000);
});

test("the document names files of the build alone, relative to itself", () => {
  const html = String(files.get("index.html"));
  const names = [...html.matchAll(/(?:href|src)="page\/([^"]+)"/g)].map(([, name]) => name!);
  expect(names.map((name) => name.replace(/-[A-Z0-9]{8}(?=\.)/, "")).sort()).toEqual([
    "main.js",
    "style.css",
    "titillium-web-v10-latin-ext_latin-600.woff2",
    "titillium-web-v10-latin-ext_latin-regular.woff2",
  ]);
  expect(names.filter((name) => !files.has(name))).toEqual([]);
});

test("nothing in the build leads to another host but licences and names of XML", () => {
  const addresses = loaded()
    .filter(([name]) => !name.endsWith(".woff2"))
    .flatMap(([, contents]) => String(contents).match(/(?:https?:)?\/\/[\w.-]+\.\w+/g) ?? []);
  expect([...new Set(addresses)].filter((address) => !/^https?:\/\/(www\.)?w3\.org$/.test(address))).toEqual(
    [],
  );
});

test("the same sources give the same files", async () => {
  await buildPage({ outDir: folder });
  for (const [name, contents] of files)
    expect([name, await readFile(join(folder, name))]).toEqual([name, contents]);
});

test("the types of the operations are those of the schema: run `npm run schema` after changing one", async () => {
  const sdl = await readFile(join(__dirname, "../../schema/schema.graphql"), "utf8");
  const expected = await pageOperations(sdl);
  expect(expected.size).toBeGreaterThan(1);
  for (const [name, text] of expected)
    expect([name, await readFile(join(pageOperationsFolder, name), "utf8")]).toEqual([name, text]);
  const written = (await readdir(pageOperationsFolder)).filter((name) => name.endsWith(".ts"));
  expect(written.sort()).toEqual([...expected.keys()].sort());
});
