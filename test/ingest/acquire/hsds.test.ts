import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { acquireSource } from "../../../src/ingest/acquire/acquire-source";
import { recordsOfPages } from "../../../src/ingest/acquire/pages";
import type { Source, SourceMode } from "../../../src/ingest/kit/source";
import {
  type AnswerTo,
  sends,
  sendsJson,
  startServer,
  type TestServer,
  testHttp,
} from "../../support/misbehaving-server";
import { ownSource } from "../../support/own-source";

const ds3017 = ownSource("ds3017");

let server: TestServer;
let folder: string;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-hsds-"));
});
afterEach(() => rm(folder, { recursive: true }));

const file = "services.ndjson";
async function acquire({ mode = "FULL" as SourceMode, changedOnly = false, http = testHttp() } = {}) {
  const origin = {
    kind: "hsds",
    base: `${server.url}/hsds/`,
    list: "services",
    perPage: 2,
    changedOnly,
  } as const;
  const source = { ...ds3017, files: [file], origin, mode } as unknown as Source;
  const { status, gaps, error } = await acquireSource(source, { http, folder });
  return {
    status,
    problems: [...gaps, ...(error ? [error.message] : [])].map((each) =>
      each.replaceAll(server.url, "<server>"),
    ),
  };
}
const ids = async () =>
  (await readFile(path.join(folder, file), "utf8"))
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line).id);

/** The page that was asked for, of a list that is another one at each request. */
const serves = (...lists: readonly (readonly string[])[]): AnswerTo[] =>
  lists.map((list) => (request, response) => {
    const query = new URL(request.url!, server.url).searchParams;
    const number = Number(query.get("page"));
    const contents = list.slice(2 * number - 2, 2 * number).map((id) => ({ id, name: `Service ${id}` }));
    const total_pages = Math.ceil(list.length / 2);
    const page = {
      total_items: list.length,
      total_pages,
      page_number: number,
      last_page: number >= total_pages,
    };
    sendsJson({ ...page, contents })(request, response);
  });

test("reads a list page by page", async () => {
  server.answer(...serves(["a", "b", "c", "d", "e"]));
  expect(await acquire()).toEqual({ status: "DOWNLOADED", problems: [] });
  expect(server.asked).toEqual([1, 2, 3].map((n) => `GET /hsds/services?per_page=2&page=${n}`));
  expect(await readFile(path.join(folder, file), "utf8")).toBe(
    ["a", "b", "c", "d", "e"].map((id) => `{"id":"${id}","name":"Service ${id}"}\n`).join(""),
  );
  expect(await acquire()).toEqual({ status: "KEPT", problems: [] });
});

test("reads pages again that changed during the read, and gives no record twice", async () => {
  const before = ["b", "c", "d"];
  const after = ["a", "b", "c", "d"];
  server.answer(...serves(before, after, after, after));
  expect(await acquire()).toEqual({ status: "DOWNLOADED", problems: [] });
  expect((await ids()).sort()).toEqual(after);
  expect(server.asked.length).toBe(4);
});

test("does not replace a list, in which a missing record is a deletion, with one that keeps changing", async () => {
  server.answer(...serves(["a", "b", "c"]));
  await acquire();
  const more = (n: number) => Array.from({ length: n }, (_, i) => `s${i}`);
  const restless = serves(
    more(3),
    more(4),
    more(5),
    more(5),
    more(6),
    more(7),
    more(8),
    more(8),
    more(9),
    more(9),
    more(9),
  );
  server.answer(...restless);
  const { status, problems } = await acquire();
  expect(status).toBe("FAILED");
  expect(problems[0]).toMatch(/could not be read completely: .* it changed while it was read\.$/);
  expect(await ids()).toEqual(["a", "b", "c"]);
  server.answer(...restless);
  expect((await acquire({ mode: "PARTIAL" })).status).toBe("DOWNLOADED");
  expect(JSON.parse(await readFile(path.join(folder, `${file}.download.json`), "utf8"))).toMatchObject({
    complete: false,
    gaps: [expect.stringContaining("changed while it was read")],
  });
});

test("does not read a third time if only the count of the API is wrong", async () => {
  const wrong: AnswerTo = sendsJson({ total_items: 3, total_pages: 1, contents: [{ id: "a" }, { id: "b" }] });
  server.answer(wrong);
  expect(await acquire({ mode: "PARTIAL" })).toEqual({
    status: "DOWNLOADED",
    problems: ["<server>/hsds/services?per_page=2 says that it has 3 records, 2 were on its pages"],
  });
  expect(server.asked.length).toBe(2);
});

test("requests only changed records, and puts them in their place", async () => {
  server.answer(...serves(["a", "b", "c"]));
  const http = testHttp();
  await acquire({ http, changedOnly: true });
  http.pass(86_400_000);
  server.answer(
    sendsJson({ total_items: 2, total_pages: 1, contents: [{ id: "b", name: "New name" }, { id: "d" }] }),
  );
  expect(await acquire({ http, changedOnly: true })).toEqual({ status: "DOWNLOADED", problems: [] });
  expect(server.asked).toEqual([
    "GET /hsds/services?per_page=2&modified_after=2026-11-22T01%3A00%3A00.000Z&page=1",
  ]);
  expect(await ids()).toEqual(["a", "b", "c", "d"]);
  expect(await readFile(path.join(folder, file), "utf8")).toContain('{"id":"b","name":"New name"}');
});

test.each<[string, AnswerTo, string]>([
  ["another form", sendsJson({ items: [] }), "answers with JSON of an unexpected form"],
  [
    "no end",
    sendsJson({ total_items: 9, total_pages: 9_999, contents: [{ id: "a" }] }),
    "has more than 50 pages",
  ],
  ["a failure that stays", sends("", {}, 502), "answers 502; 4 attempts"],
])("refuses an API with %s", async (_what, answer, message) => {
  server.answer(answer);
  const { status, problems } = await acquire();
  expect(status).toBe("FAILED");
  expect(problems[0]).toContain(message);
});

test("reports that a list is empty, and keeps the former file", async () => {
  server.answer(...serves(["a"]));
  await acquire();
  server.answer(...serves([]));
  expect(await acquire()).toEqual({ status: "NO_DATA", problems: [] });
  expect(await ids()).toEqual(["a"]);
});

test("gives every record of a stable list once, after any earlier changes and with any page size", async () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(
      ids,
      ids,
      fc.integer({ min: 1, max: 6 }),
      fc.nat(8),
      async (first, then, size, changeAt) => {
        let asked = 0;
        const read = async (number: number) => {
          const list = asked++ < changeAt ? first : then;
          const records = list.slice((number - 1) * size, number * size);
          return { records, total: list.length, last: number * size >= list.length };
        };
        const [seen, gaps]: [string[], string[]] = [[], []];
        const pages = recordsOfPages(
          "the list",
          100,
          (id: string) => id,
          read,
          (gap) => gaps.push(gap),
        );
        for await (const id of pages) seen.push(id);
        expect(new Set(seen).size).toBe(seen.length);
        // A list that changed in the middle of a page after page may look like a whole one only by its count.
        if (gaps.length === 0 && changeAt === 0) expect(seen).toEqual(then);
      },
    ),
  );
});
