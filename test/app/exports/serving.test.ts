import { rm } from "node:fs/promises";
import { unzipSync } from "fflate";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aSource } from "../../support/builders";
import { type ExportedHub, exportedHub } from "../../support/exported-hub";
import { startHub } from "../../support/hub";

/** What a spreadsheet would compute, a telephone, a text with what CSV has to quote, and a text with accents. */
const notes = ["=1+1", "@SUM(A1)", "+39 02 8844", "-5", 'a "b", c\nd', "Così è", "+cmd|' /C calc'!A0"];

const saved = { origin: "test", now: "2026-01-01T00:00:00.000Z" };

describe("files over HTTP", () => {
  let hub: ExportedHub;
  let file: Buffer;

  beforeAll(async () => {
    hub = await exportedHub(async (options) => {
      const empty = await startHub(options);
      const sources = [
        aSource({
          code: "real",
          title: "A source",
          rights: { it: "Attribuzione.", en: null },
          synthetic: false,
        }),
        aSource({ code: "demo", synthetic: true }),
      ];
      const centres = [
        ...notes.map((text, i) => aCentre({ code: `test:${i}`, notes: text, sourceCodes: ["real"] })),
        aCentre({ code: "test:synthetic", sourceCodes: ["real", "demo"] }),
        aCentre({ code: "test:same", sameAsCode: "test:1", sourceCodes: ["real"] }),
      ];
      await saveAll(empty.table, codecs.sourceRef, sources, saved);
      await saveAll(empty.table, codecs.centre, centres, saved);
      return empty;
    });
    file = await hub.bytes("centres.ndjson");
  });

  afterAll(() => rm(hub.folder, { recursive: true, force: true }));

  const get = (headers: Record<string, string>, name = "centres.ndjson", method = "GET") =>
    hub.request(`/exports/${name}`, { headers, method });

  test("synthetic records and second records of a place are in no file", async () => {
    expect(hub.set("centres").rows).toBe(notes.length);
    const unwanted = /test:(synthetic|same)|Synthetic|demo/;
    for (const { files } of hub.manifest.sets)
      for (const { name } of files) expect(await hub.text(name)).not.toMatch(unwanted);
    const tables = Object.entries(unzipSync(await hub.bytes("services.hsds.zip")));
    expect(tables.map(([name]) => name)).toContain("locations.csv");
    for (const [name, bytes] of tables) {
      const text = Buffer.from(bytes).toString();
      expect([name, unwanted.exec(text)]).toEqual([name, null]);
      // Programs read them: every text is as it is.
      if (name === "locations.csv")
        for (const each of [",=1+1,", ',"a ""b"", c\nd",']) expect(text).toContain(each);
    }
  });

  test("a spreadsheet computes no cell; programs get every text as it is", async () => {
    const [forPeople, forPrograms] = [await hub.text("centres.csv"), await hub.text("centres.raw.csv")];
    expect(forPeople.startsWith("\uFEFFcode,")).toBe(true);
    for (const text of ["'=1+1", "'@SUM(A1)", "'+cmd|' /C calc'!A0"]) expect(forPeople).toContain(text);
    for (const text of [",+39 02 8844,", ",-5,", ",Così è,", ',"a ""b"", c\nd",'])
      for (const csv of [forPeople, forPrograms]) expect(csv).toContain(text);
    expect(forPrograms.startsWith("code,")).toBe(true);
    for (const text of [",=1+1,", ",@SUM(A1),"]) expect(forPrograms).toContain(text);
  });

  test("a part of a file is answered with 206, several parts with the whole", async () => {
    const cases: [range: string, expected: Buffer][] = [
      ["bytes=0-9", file.subarray(0, 10)],
      ["bytes=10-", file.subarray(10)],
      ["bytes=-7", file.subarray(-7)],
      ["bytes=5-999999999", file.subarray(5)],
    ];
    for (const [range, expected] of cases) {
      // Compressed bytes would be others.
      const part = await get({ range, "accept-encoding": "gzip" });
      expect([range, part.status, await part.text()]).toEqual([range, 206, expected.toString()]);
      expect(part.headers.get("content-range")).toMatch(new RegExp(`^bytes \\d+-\\d+/${file.length}$`));
      expect(part.headers.get("content-length")).toBe(String(expected.length));
    }
    for (const range of ["bytes=0-1,3-4", "lines=0-1", "bytes=9-2", "bytes=-"]) {
      const whole = await get({ range });
      expect([range, whole.status, await whole.text()]).toEqual([range, 200, file.toString()]);
    }
    const beyond = await get({ range: `bytes=${file.length}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${file.length}`]);
  });

  test("a client that has the file gets 304; a range of another file is the whole", async () => {
    const plain = (await get({})).headers.get("etag")!;
    const zipped = (await get({ "accept-encoding": "gzip" })).headers.get("etag")!;
    expect(zipped).not.toBe(plain);
    for (const tag of [plain, zipped, `W/${plain}`, `"other", ${plain}`, "*"]) {
      const known = await get({ "if-none-match": tag });
      expect([tag, known.status, await known.text()]).toEqual([tag, 304, ""]);
    }
    expect((await get({ "if-none-match": '"other"' })).status).toBe(200);
    expect((await get({ range: "bytes=0-1", "if-range": plain })).status).toBe(206);
    expect((await get({ range: "bytes=0-1", "if-range": '"other"' })).status).toBe(200);
  });

  test("HEAD has the headers of GET and no content", async () => {
    const [head, whole] = [await get({}, "centres.csv", "HEAD"), await get({}, "centres.csv")];
    for (const name of ["content-length", "content-type", "etag", "repr-digest", "cache-control"])
      expect([name, head.headers.get(name)]).toEqual([name, whole.headers.get(name)]);
    expect(await head.text()).toBe("");
    await whole.text();
  });

  test("the address of a version never changes what it gives", async () => {
    const { id } = hub.manifest;
    const old = await get({}, `versions/${id}/centres.ndjson`);
    expect(old.headers.get("cache-control")).toContain("immutable");
    expect(await old.text()).toBe(file.toString());
    expect((await get({}, `versions/${id}/index.json`)).status).toBe(200);
    for (const name of ["versions/9-20200101T000000000Z/centres.csv", "versions/x/y"])
      expect([name, (await get({}, name)).status]).toEqual([name, 404]);
  });

  test("an unknown file, and a wrong filter, are errors that say what there is", async () => {
    for (const name of ["centres.docx", "cats.csv", "centres", "observations.geojson", "..%2Fpackage.json"]) {
      const found = await get({}, name);
      expect([name, found.status]).toEqual([name, 404]);
      expect(((await found.json()) as { readonly detail: string }).detail).toContain("/exports/");
    }
    const problems: [name: string, code: string, text: RegExp][] = [
      ["centres.csv?colour=red", "BAD_USER_INPUT", /area, kinds, strategy, statuses, accessible/],
      ["centres.csv?statuses=OPEN", "BAD_USER_INPUT", /ACTIVE/],
      ["centres.csv?area=a&area=b", "BAD_USER_INPUT", /once/],
      ["centres.csv?area=nil:999", "UNKNOWN_CODE", /nil:999/],
      ["locations.csv?area=nil:1", "BAD_USER_INPUT", /whole set/],
      ["observations.csv?period=2024", "BAD_USER_INPUT", /./],
    ];
    for (const [name, code, text] of problems) {
      const response = await get({}, name);
      const body = (await response.json()) as Record<string, string>;
      expect([name, response.status, body.code]).toEqual([name, 400, code]);
      expect(`${body.detail} ${body.hint}`).toMatch(text);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
    }
  });

  test("the page lists every file in the language of the reader", async () => {
    const italian = await (await get({ "accept-language": "it-IT,it" }, "")).text();
    const english = await (await get({ "accept-language": "it" }, "?lang=en")).text();
    expect([/<html lang="(..)"/.exec(italian)![1], /<html lang="(..)"/.exec(english)![1]]).toEqual([
      "it",
      "en",
    ]);
    for (const { files } of hub.manifest.sets)
      for (const { name } of files)
        for (const page of [italian, english]) expect(page).toContain(`href="${name}"`);
  });
});
