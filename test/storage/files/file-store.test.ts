import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { bucketFiles } from "../../../src/storage/files/bucket";
import { fileFolder } from "../../../src/storage/files/file-folder";
import type { FileStore } from "../../../src/storage/files/file-store";
import { bucketKey, bucketName, startBucket } from "../../support/bucket";

let folder: string;
let closeBucket: () => Promise<void>;
const stores = new Map<string, FileStore>();

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-files-"));
  const { endpoint, close } = await startBucket();
  closeBucket = close;
  stores.set("folder", fileFolder(path.join(folder, "store")));
  stores.set("bucket", bucketFiles(bucketName, { endpoint, region: "eu-south-1", credentials: bucketKey }));
});

afterAll(async () => {
  await closeBucket();
  await rm(folder, { recursive: true, force: true });
});

const textOf = async (stream: ReadableStream<Uint8Array> | null): Promise<string | null> =>
  stream === null ? null : new Response(stream).text();

describe.each(["folder", "bucket"])("a %s", (kind) => {
  const store = () => stores.get(kind)!;
  const finished = async (bytes: string | Uint8Array): Promise<string> => {
    const file = path.join(folder, `${kind}-finished`);
    await writeFile(file, bytes);
    return file;
  };

  test("takes a finished file over, whole", async () => {
    const text = "nome,città\nCAM,Milano\n".repeat(50_000);
    const from = await finished(text);
    expect(await store().has("contents/a1")).toBe(false);
    await store().take("contents/a1", from, "text/csv");
    await expect(access(from)).rejects.toThrow("ENOENT");
    expect(await store().has("contents/a1")).toBe(true);
    expect(await textOf(await store().open("contents/a1"))).toBe(text);
  });

  test("gives a part of a file, both ends included", async () => {
    await store().take("contents/b2", await finished("0123456789"), "text/plain");
    expect(await textOf(await store().open("contents/b2", { first: 3, last: 5 }))).toBe("345");
    expect(await textOf(await store().open("contents/b2", { first: 9, last: 9 }))).toBe("9");
  });

  test("writes a text again, and reads the last one", async () => {
    await store().write("latest.json", '{"città":1}');
    await store().write("latest.json", '{"città":2}');
    expect(await store().read("latest.json")).toBe('{"città":2}');
  });

  test("says of what is not there that it is not there", async () => {
    expect([
      await store().has("contents/none"),
      await store().read("versions/none.json"),
      await store().open("contents/none"),
      await store().open("contents/none", { first: 0, last: 1 }),
    ]).toEqual([false, null, null, null]);
  });

  test("lists by the beginning of names, and removes", async () => {
    const names = Array.from({ length: 1_010 }, (_, i) => `many/${i}`);
    const before = Date.now() - 60_000;
    for (let from = 0; from < names.length; from += 50)
      await Promise.all(names.slice(from, from + 50).map((name) => store().write(name, "x")));
    await store().write("other/1", "x");
    const found = await store().list("many/");
    expect(found.map(({ name }) => name).sort()).toEqual([...names].sort());
    for (const { storedAt } of found) expect(storedAt).toBeGreaterThan(before);
    await store().remove(names.slice(1));
    expect((await store().list("")).map(({ name }) => name)).toEqual(
      expect.arrayContaining(["many/0", "other/1"]),
    );
    expect(await store().list("many/")).toHaveLength(1);
    await store().remove(["many/0", "many/never-there"]);
    expect(await store().list("many/")).toEqual([]);
  });
});

test("a bucket gives clients an address from which they fetch the file as it would be sent", async () => {
  const bucket = stores.get("bucket")!;
  const file = path.join(folder, "zipped");
  await writeFile(file, gzipSync("codice\nè"));
  await bucket.take("contents/c3.gz", file, "text/csv");
  const address = await bucket.addressOf("contents/c3.gz", {
    fileName: "centres.csv",
    mediaType: "text/csv; charset=utf-8",
    isZipped: true,
  });
  const response = await fetch(address!);
  // `fetch` unpacks what says that it is packed.
  expect([response.status, await response.text()]).toEqual([200, "codice\nè"]);
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toBe('inline; filename="centres.csv"');
});

test("a folder gives no such address", async () => {
  const as = { fileName: "a.csv", mediaType: "text/csv", isZipped: false };
  expect(await stores.get("folder")!.addressOf("contents/a1", as)).toBeNull();
});

test("a folder never leads out of itself", async () => {
  await writeFile(path.join(folder, "secret"), "secret");
  for (const name of ["../secret", "/etc/passwd", "a/../../secret", "a//b", ""])
    await expect(stores.get("folder")!.read(name)).rejects.toThrow("is no name of a file");
  expect(await readFile(path.join(folder, "secret"), "utf8")).toBe("secret");
});
