import { rm } from "node:fs/promises";
import fc from "fast-check";
import { json } from "../../src/ingest/formats/json";
import type { JsonRow } from "../../src/ingest/formats/json-record";
import { ndjson } from "../../src/ingest/formats/ndjson";
import type { Format, Source } from "../../src/ingest/kit/source";
import type { Table } from "../../src/storage/engine/table";
import { identityOf } from "../../src/storage/records/hub-record";
import { anObservation, aSource } from "../support/builders";
import { drill } from "../support/drill";
import { expectReport, imported, textOf } from "../support/imported";
import { mutationsOf, placeAfter } from "../support/mutations";
import { folderWith } from "../support/synthetic-city";
import { startTable } from "../support/test-table";

const runs = drill(1_000, 100);
let table: Table;
let folder: string;

beforeAll(async () => {
  table = await startTable();
  folder = await folderWith({});
});
afterAll(() => rm(folder, { recursive: true }));

const { retrievedAt, sha256, ...ref } = aSource({ code: "fuzzed" });

/** SYNTHETIC: one number of each record. */
const sourceOf = (format: Format<JsonRow>): Source<JsonRow, never> => ({
  ref,
  files: ["fuzzed.json"],
  format,
  mode: "PARTIAL",
  organizationCode: null,
  map: ({ fields: { area, value, name } }) => ({
    records: [
      {
        type: "observation",
        record: anObservation({
          areaCode: `nil:${String(area)}`,
          value: typeof value === "number" ? value : null,
          status: typeof value === "number" ? "NORMAL" : "MISSING",
          note: { it: `${String(name)}.`, en: null },
        }),
      },
    ],
    problems: [],
    carry: null,
  }),
});
const fields = { fields: ["area"] };
const records = Array.from({ length: 14 }, (_, i) =>
  JSON.stringify({ area: i + 1, value: i * 1.5, name: `Città "${i}"`, tags: ["è", null, { deep: [i] }] }),
);

test("a damaged NDJSON file ends in a report, and undamaged lines give the same", async () => {
  const file = Buffer.from(`${records.join("\n")}\n`);
  const source = sourceOf(ndjson(fields));
  const sound = await imported(table, folder, source, file);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(mutationsOf(file), async (mutation) => {
      const result = await imported(table, folder, source, mutation.bytes);
      expectReport(result);
      const { problems, status } = result.report;
      expect(status).toBe("IMPORTED");
      let start = 0;
      for (const [i, text] of records.entries()) {
        const end = start + Buffer.byteLength(text) + 1;
        const at = placeAfter(mutation, start, end);
        start = end;
        const before = mutation.bytes.toString("latin1", 0, at ?? 0);
        if (at === null || (at > 0 && !before.endsWith("\n"))) continue;
        const line = before.split("\n").length;
        compared++;
        if (problems.some((each) => each.rule === "DUPLICATE" && each.line === line)) continue;
        const found = result.records.find(({ lines }) => lines[0] === line);
        expect(found && textOf(found)).toBe(textOf(sound.records[i]!));
      }
    }),
    runs,
  );
  expect(compared).toBeGreaterThan(2 * runs.numRuns);
});

test("a damaged JSON file ends in a report, and undamaged records give the same", async () => {
  const file = Buffer.from(`[\n${records.join(",\n")}\n]\n`);
  const source = sourceOf(json(fields));
  const sound = await imported(table, folder, source, file);
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(mutationsOf(file), async (mutation) => {
      const result = await imported(table, folder, source, mutation.bytes);
      expectReport(result);
      if (result.report.status === "FAILED") return;
      const found = new Set(result.records.map(textOf));
      const twice = result.report.problems.flatMap(({ rule, value }) => (rule === "DUPLICATE" ? value : []));
      let start = "[\n".length;
      for (const [i, text] of records.entries()) {
        const end = start + Buffer.byteLength(text);
        const at = placeAfter(mutation, start, end);
        start = end + ",\n".length;
        if (at === null) continue;
        compared++;
        const record = sound.records[i]!;
        if (!twice.includes(identityOf(record))) expect(found).toContain(textOf(record));
      }
    }),
    runs,
  );
  expect(compared).toBeGreaterThan(runs.numRuns / 2);
});
