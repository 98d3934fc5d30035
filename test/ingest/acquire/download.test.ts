import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Checksum } from "../../../src/ingest/acquire/checksum";
import { type Download, download } from "../../../src/ingest/acquire/download";
import { partOf } from "../../../src/ingest/acquire/part";
import {
  type AnswerTo,
  breaksAfter,
  sends,
  servesFile,
  startServer,
  type TestServer,
  testHttp,
} from "../../support/misbehaving-server";

let server: TestServer;
let folder: string;
let file: string;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-download-"));
  file = path.join(folder, "file.csv");
});
afterEach(() => rm(folder, { recursive: true }));

const text = `id;name\n${Array.from({ length: 200 }, (_, i) => `${i};row ${i}\n`).join("")}`;
const [etag, modified] = ['"v1"', "Sun, 22 Nov 2026 01:00:00 GMT"];
const sha256 = (of: string): string => createHash("sha256").update(of).digest("hex");

const get = (http = testHttp(), given: Partial<Download> = {}) =>
  download(http, { url: `${server.url}/file.csv`, file, ...given });
const content = () => readFile(file, "utf8");
const sidecar = async () => JSON.parse(await readFile(`${file}.download.json`, "utf8"));
const files = async () => (await readdir(folder)).sort();

const isKept = (): boolean => statSync(partOf(file), { throwIfNoEntry: false })?.size === 500;

async function refusal(promise: Promise<unknown>) {
  const error = await promise.then(
    () => null,
    (thrown) => thrown,
  );
  return {
    code: error?.code,
    message: error?.message.replaceAll(server.url, "<server>"),
    files: await files(),
  };
}

test("puts a file in its place, with its metadata beside it", async () => {
  server.answer(servesFile(text, { etag, "last-modified": modified }));
  const progress: (number | null)[][] = [];
  const onProgress = (bytes: number, total: number | null) => progress.push([bytes, total]);
  expect(await get(testHttp(), { onProgress })).toBe("DOWNLOADED");
  expect(await content()).toBe(text);
  expect(progress.at(-1)).toEqual([text.length, text.length]);
  expect(await sidecar()).toEqual({
    url: `${server.url}/file.csv`,
    retrievedAt: "2026-11-22T02:00:00.000Z",
    etag,
    lastModified: modified,
    sha256: sha256(text),
    bytes: text.length,
    complete: true,
    gaps: [],
    version: null,
  });
  expect(await files()).toEqual(["file.csv", "file.csv.download.json"]);
});

test("does not download an unchanged file again, weak tags included", async () => {
  for (const tag of [etag, 'W/"v1"']) {
    server.answer(servesFile(text, { etag: tag, "last-modified": modified }));
    await rm(file, { force: true });
    expect(await get()).toBe("DOWNLOADED");
    expect(await get()).toBe("KEPT");
    expect(server.headers[1]).toMatchObject({ "if-none-match": tag, "if-modified-since": modified });
  }
});

test("downloads a file again after a change on disk or at its origin", async () => {
  server.answer(servesFile(text, { etag }));
  await get();
  await writeFile(file, text.replace("row 7", "row 8"));
  expect(await get()).toBe("DOWNLOADED");
  expect(server.headers[1]!["if-none-match"]).toBeUndefined();
  expect(await content()).toBe(text);
  server.answer(servesFile(`${text}new;row\n`, { etag: '"v2"' }));
  expect(await get()).toBe("DOWNLOADED");
  expect(await content()).toBe(`${text}new;row\n`);
});

test("continues where the connection broke", async () => {
  server.answer(
    breaksAfter(500, text, { etag }, isKept),
    breaksAfter(0, text, { etag }),
    servesFile(text, { etag }),
  );
  const http = testHttp();
  expect(await get(http)).toBe("DOWNLOADED");
  expect(await content()).toBe(text);
  expect(server.headers[1]).toMatchObject({ range: "bytes=500-", "if-range": etag });
  expect(http.slept).toEqual([500, 1_000]);
});

test("continues in another run, after the process was killed", async () => {
  server.answer(breaksAfter(500, text, { etag }, isKept));
  await refusal(get(testHttp({ attempts: 1 })));
  expect(await files()).toEqual(["file.csv.part", "file.csv.part.json"]);
  server.answer(servesFile(text, { etag }));
  expect(await get()).toBe("DOWNLOADED");
  expect(server.headers[0]).toMatchObject({ range: "bytes=500-" });
  expect(await content()).toBe(text);
  expect(await files()).toEqual(["file.csv", "file.csv.download.json"]);
});

const other = text.toUpperCase();
const otherRest: AnswerTo = sends(
  other.slice(500),
  { etag: '"v2"', "content-range": `bytes 500-${other.length - 1}/${other.length}` },
  206,
);
test.each<[string, AnswerTo[], string]>([
  ["ignores Range", [sends(text, { etag })], text],
  ["has another version now", [servesFile(other, { etag: '"v2"' })], other],
  ["sends the rest of another version", [otherRest, servesFile(other, { etag: '"v2"' })], other],
  ["has no such range", [sends("", {}, 416), servesFile(text, { etag })], text],
])("starts over where the server %s", async (_what, then, expected) => {
  server.answer(breaksAfter(500, text, { etag }, isKept), ...then);
  expect(await get()).toBe("DOWNLOADED");
  expect(await content()).toBe(expected);
  expect((await sidecar()).sha256).toBe(sha256(expected));
});

test("starts over if only a weak tag identifies the version", async () => {
  server.answer(breaksAfter(500, text, { etag: 'W/"v1"' }), servesFile(text, { etag: 'W/"v1"' }));
  expect(await get()).toBe("DOWNLOADED");
  expect(server.headers[1]!.range).toBeUndefined();
  expect(await content()).toBe(text);
});

test("keeps the former file when the new one is incomplete", async () => {
  server.answer(servesFile(text, { etag }));
  await get();
  server.answer(breaksAfter(10, other, { etag: '"v2"' }));
  expect(await refusal(get())).toMatchObject({
    code: "SOURCE_UNREACHABLE",
    message: expect.stringMatching(/^<server>\/file\.csv broke off \(.*\); 4 attempts\.$/),
  });
  expect(await content()).toBe(text);
});

const endless: AnswerTo = (_request, response) => {
  const more = (): void => {
    if (!response.destroyed) response.write(Buffer.alloc(20_000, "a"), () => setImmediate(more));
  };
  more();
};
const drips: AnswerTo = (_request, response) => {
  response.write("id;na");
};
const bomb = gzipSync(Buffer.alloc(5_000_000, "a"));
const page = "<!DOCTYPE html><html><body>Pagina non trovata</body></html>";
const tooLarge = "is larger than 100,000 bytes";

test.each<[string, AnswerTo, string, string]>([
  ["a declared size beyond the limit", sends(Buffer.alloc(100_001)), "SOURCE_UNREADABLE", tooLarge],
  ["content without end", endless, "SOURCE_UNREADABLE", tooLarge],
  ["a gzip bomb", sends(bomb, { "content-encoding": "gzip" }), "SOURCE_UNREADABLE", tooLarge],
  [
    "a web page",
    sends(page, { "content-type": "text/html" }),
    "SOURCE_UNREADABLE",
    "gives a web page instead of CSV",
  ],
  ["JSON", sends('{"success":false}'), "SOURCE_UNREADABLE", "gives JSON instead of CSV"],
  [
    "XML",
    sends("<?xml version='1.0'?><Error/>"),
    "SOURCE_UNREADABLE",
    "gives an XML document instead of CSV",
  ],
  ["nothing", sends(""), "SOURCE_UNREADABLE", "gives nothing instead of CSV"],
  ["a missing file", sends(page, {}, 404), "SOURCE_UNREACHABLE", "answers 404"],
  ["a forbidden file", sends("", {}, 403), "SOURCE_UNREACHABLE", "answers 403"],
  [
    "a redirect to a file of the machine",
    sends("", { location: "file:///etc/passwd" }, 302),
    "SOURCE_UNREACHABLE",
    "redirects to an address that is not http or https",
  ],
  [
    "redirects without end",
    sends("", { location: "/again" }, 301),
    "SOURCE_UNREACHABLE",
    "redirects without end: 3 redirects were followed",
  ],
])("refuses %s, and leaves nothing behind", async (_what, answer, code, what) => {
  server.answer(answer);
  const { message, ...rest } = await refusal(get());
  expect(rest).toEqual({ code, files: [] });
  expect(message).toContain(what);
  expect(server.asked.length).toBe(what.includes("without end") ? 4 : 1);
});

test("gives up on a silent server, after its attempts", async () => {
  server.answer(drips);
  expect(await refusal(get(testHttp({ attempts: 2, idleMs: 150 })))).toMatchObject({
    message: "<server>/file.csv sent nothing for 0.15 s; 2 attempts.",
  });
  server.answer(() => undefined);
  expect(await refusal(get(testHttp({ attempts: 2, headersMs: 150 })))).toMatchObject({
    message: "<server>/file.csv did not answer within 0.15 s; 2 attempts.",
  });
});

test("compares the checksum that the publisher states", async () => {
  const checksum: Checksum = { algorithm: "sha256", hex: sha256(text) };
  server.answer(sends(text));
  expect(await get(testHttp(), { checksum })).toBe("DOWNLOADED");
  server.answer(sends(`${text} `));
  expect(await refusal(get(testHttp(), { checksum }))).toMatchObject({
    code: "SOURCE_UNREADABLE",
    message: `<server>/file.csv has the sha256 ${sha256(`${text} `)}, but its publisher states ${checksum.hex}.`,
  });
  expect(await content()).toBe(text);
});

test("requests parts again that do not fit together", async () => {
  const lies = sends(
    text.slice(500).toUpperCase(),
    { etag, "content-range": `bytes 500-${text.length - 1}/${text.length}` },
    206,
  );
  server.answer(breaksAfter(500, text, { etag }, isKept), lies, sends(text, { etag }));
  expect(await get(testHttp(), { checksum: { algorithm: "sha256", hex: sha256(text) } })).toBe("DOWNLOADED");
  expect(await content()).toBe(text);
});

test("continues after a Content-Length that is too large, and gives up if it stays so", async () => {
  const short: AnswerTo = (_request, response) => {
    response.writeHead(200, { "content-length": String(text.length + 10) });
    response.write(text, () => setTimeout(() => response.destroy(), 20));
  };
  server.answer(short);
  expect((await refusal(get(testHttp({ attempts: 2 })))).code).toBe("SOURCE_UNREACHABLE");
  server.answer(short, sends(text));
  expect(await get()).toBe("DOWNLOADED");
});

test("never prints or keeps secrets of an address, and sends them to its own host only", async () => {
  const secret = server.url.replace("http://", "http://user:pass%20word@");
  server.answer(sends(text));
  await get(testHttp(), { url: `${secret}/file.csv?api_key=abc&year=2024` });
  expect(server.headers[0]!.authorization).toBe(`Basic ${Buffer.from("user:pass word").toString("base64")}`);
  expect((await sidecar()).url).toBe(`${server.url}/file.csv?api_key=hidden&year=2024`);
  const elsewhere = server.url.replace("127.0.0.1", "localhost");
  server.answer(sends("", { location: `${elsewhere}/file.csv` }, 302), sends("", {}, 404));
  const { message } = await refusal(get(testHttp(), { url: `${secret}/file.csv?api_key=abc` }));
  expect(message).not.toMatch(/abc|pass/);
  expect(server.headers[1]!.authorization).toBeUndefined();
});
