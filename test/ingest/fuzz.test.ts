import { rm } from "node:fs/promises";
import fc from "fast-check";
import { canonicalText } from "../../src/domain/kit/canonical-text";
import { csvRecords } from "../../src/ingest/formats/csv-records";
import type { FinishedRecord } from "../../src/ingest/kit/source";
import type { Table } from "../../src/storage/engine/table";
import { identityOf } from "../../src/storage/records/hub-record";
import { drill } from "../support/drill";
import { fuzzedFiles } from "../support/fuzzed-files";
import { expectReport, imported, textOf } from "../support/imported";
import { type Mutation, mutationsOf, placeAfter } from "../support/mutations";
import { ownSource } from "../support/own-source";
import { folderWith } from "../support/synthetic-city";
import { startTable } from "../support/test-table";

const ds205 = ownSource("ds205");
const ds964 = ownSource("ds964");
const ds3017 = ownSource("ds3017");

const runs = drill(1_000, 100);
/** Looking up points is what takes time, and no boundary is there. */
const { points, ...centresWithoutPoints } = ds3017;
let table: Table;
let folder: string;

beforeAll(async () => {
  table = await startTable();
  folder = await folderWith({});
});
afterAll(() => rm(folder, { recursive: true }));

/** Records that come of one row alone, by its line. */
function byLine(records: readonly FinishedRecord[]): Map<number, string[]> {
  const lines = new Map<number, string[]>();
  for (const each of records.filter(({ record }) => !canonicalText(record).includes("comune:015146@")))
    for (const line of each.lines.length === 1 ? each.lines : [])
      lines.set(line, [...(lines.get(line) ?? []), textOf(each)]);
  return lines;
}

const lineOf = (bytes: Buffer, at: number): number =>
  bytes.toString("latin1", 0, at).split(/\r\n|\r|\n/).length;

/**
 * Rows of a CSV file that a damage must not change, as pairs of their line before and after. No byte of them or directly
 * before them was changed, they still begin a line, and no open quotation mark before them includes them. (Such a row is
 * reported with its last line.) None if the header was changed.
 */
function untouchedRows(file: Buffer, mutation: Mutation): (readonly [number, number])[] {
  const { bytes } = mutation;
  const records = csvRecords(";", () => ";");
  const [header, ...rows] = [...records.push(file), ...records.end()];
  if (placeAfter(mutation, 0, header!.bytes.length) !== 0) return [];
  const damaged = csvRecords(";", () => ";");
  const pieces = [...damaged.push(bytes), ...damaged.end()];
  let start = header!.bytes.length;
  return rows.flatMap((row) => {
    const end = start + row.bytes.length;
    const at = placeAfter(mutation, start, end);
    start = end;
    if (at === null || !/[\r\n]/.test(bytes.toString("latin1", at - 1, at))) return [];
    const line = lineOf(bytes, at);
    const swallowed = pieces.some((p) => p.kind === "record" && p.line < line && line <= p.endLine);
    return swallowed ? [] : [[row.line, line] as const];
  });
}

test.each([
  ["ds3017", centresWithoutPoints, fuzzedFiles.centres],
  ["ds205", ds205, fuzzedFiles.population],
] as const)(
  "a damaged CSV file of %s ends in a report, and rows that are not touched give the same",
  async (_code, source, file) => {
    const sound = byLine((await imported(table, folder, source, file)).records);
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(mutationsOf(file), async (mutation) => {
        const result = await imported(table, folder, source, mutation.bytes);
        expectReport(result);
        const found = byLine(result.records);
        const { problems } = result.report;
        for (const [before, after] of untouchedRows(file, mutation)) {
          compared++;
          // A damaged row before it may have the same identity: the first counts, and a problem is reported.
          if (problems.some(({ rule, line }) => rule === "DUPLICATE" && line === after)) continue;
          expect([before, found.get(after)]).toEqual([before, sound.get(before)]);
        }
      }),
      runs,
    );
    expect(compared).toBeGreaterThan(2 * runs.numRuns);
  },
);

test("a damaged GeoJSON file ends in a report, and undamaged features give the same", async () => {
  const file = fuzzedFiles.neighbourhoods;
  const sound = await imported(table, folder, ds964, file);
  const lines = file.toString("latin1").split("\n");
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(mutationsOf(file), async (mutation) => {
      const result = await imported(table, folder, ds964, mutation.bytes);
      expectReport(result);
      if (result.report.status === "FAILED") return;
      const found = new Set(result.records.map(textOf));
      const twice = result.report.problems.flatMap(({ rule, value }) => (rule === "DUPLICATE" ? value : []));
      for (const record of sound.records) {
        // One feature a line, behind the line that opens the collection.
        const start = lines.slice(0, record.lines[0]! + 1).join("\n").length + 1;
        if (placeAfter(mutation, start, start + lines[record.lines[0]! + 1]!.length) === null) continue;
        compared++;
        if (!twice.includes(identityOf(record))) expect(found).toContain(textOf(record));
      }
    }),
    runs,
  );
  expect(compared).toBeGreaterThan(runs.numRuns / 2);
});

test.each([
  ["Windows-1252", (text: string) => Buffer.from(text, "latin1")],
  ["a byte order mark", (text: string) => Buffer.from(`\uFEFF${text}`)],
  ["tabs", (text: string) => Buffer.from(text.replace(/;(?! )/g, "\t"))],
  ["LF", (text: string) => Buffer.from(text.replaceAll("\r\n", "\n"))],
  ["CR", (text: string) => Buffer.from(text.replaceAll("\r\n", "\r"))],
] as const)("a file with %s throughout says the same", async (_name, change) => {
  const text = fuzzedFiles.centres.toString();
  const lf = (records: readonly FinishedRecord[]) =>
    records.map((each) => textOf(each).replace(/\\r\\n|\\r/g, "\\n"));
  const sound = await imported(table, folder, ds3017, fuzzedFiles.centres);
  const changed = await imported(table, folder, ds3017, change(text));
  expect(lf(changed.records)).toEqual(lf(sound.records));
});
