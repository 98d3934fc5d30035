import "../src/entry/quiet-sdk";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { getHeapStatistics } from "node:v8";
import { createObservation } from "../src/domain/indicators/observation";
import { type CsvRow, csv } from "../src/ingest/formats/csv";
import { readDecimal } from "../src/ingest/kit/cells";
import { finding, problem } from "../src/ingest/kit/problem";
import type { MappingContext, Source } from "../src/ingest/kit/source";
import { importSource } from "../src/ingest/run/import-source";
import { rowMapper } from "../src/ingest/run/map-rows";
import { openSourceFile } from "../src/ingest/run/source-file";
import { chunks } from "../src/storage/engine/chunks";
import type { Item } from "../src/storage/engine/key";
import { codecs } from "../src/storage/records/codecs";
import { aSource } from "../test/support/builders";
import { startTable } from "../test/support/test-table";

/**
 * `npm run bench:ingest -- --size 1GB --written 20000`: rows a second of each step of an import, of a made-up CSV file that is
 * streamed. Parse and validate run over the whole file; diff and write over its first rows only, because the embedded
 * engine is a database for one city and one process. What the import adds to the bare write of the same items is the ratio.
 */
const { values: options } = parseArgs({
  options: {
    size: { type: "string", default: "50MB" },
    written: { type: "string", default: "20000" },
    // For `npm run bench`: only the seconds of a first import and of the bare write.
    json: { type: "boolean", default: false },
  },
});
const written = Number(options.written);
const pairs = 3;

const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;

const units = { KB: 1e3, MB: 1e6, GB: 1e9 } as const;
function bytesOf(size: string): number {
  const [, number, unit] = /^([\d.]+)(KB|MB|GB)$/.exec(size) ?? [];
  if (number === undefined) throw new Error(`--size is ${size}; it must be such as 50MB or 1GB.`);
  return Number(number) * units[unit as keyof typeof units];
}

const { retrievedAt, sha256, ...ref } = aSource({
  code: "bench",
  title: "Synthetic numbers for a benchmark",
});

/** SYNTHETIC: one number a row, with words that nobody reads, as in the long files of statistical offices. */
const source: Source<CsvRow, never> = {
  ref,
  files: ["bench.csv"],
  format: csv({ separator: ";", columns: ["area", "indicator", "year", "value"] }),
  mode: "PARTIAL",
  organizationCode: null,
  map({ cells }) {
    const cell = readDecimal(cells.value!);
    const value = cell.kind === "value" ? cell.value : null;
    const record = createObservation({
      indicatorCode: cells.indicator!,
      areaCode: cells.area!,
      areaLevel: "NEIGHBOURHOOD",
      period: cells.year!,
      value,
      numerator: null,
      denominator: null,
      status: value === null ? "MISSING" : "NORMAL",
      note: value === null ? { it: "La fonte non dà un numero.", en: "The source gives no number." } : null,
      coverage: null,
      sourceCodes: ["bench"],
    });
    const problems =
      cell.kind === "unreadable"
        ? [problem("ERROR", finding("NOT_AN_INDEX", "notANumber"), "value", cell.text)]
        : [];
    return { records: [{ type: "observation", record }], problems, carry: null };
  },
};

const header = "area;indicator;year;value;name;notes\n";

function* linesUpTo(bytes: number, rows: number): Generator<string> {
  yield header;
  for (let row = 0, size = header.length, text = ""; size < bytes && row < rows; row++) {
    const [area, figure, year] = [
      row % 5_000,
      Math.floor(row / 75_000),
      2010 + (Math.floor(row / 5_000) % 15),
    ];
    const line = `nil:${area};figure_${figure};${year};${((row * 7_919) % 100_000) / 100};"Quartiere ""${area}"", Città";nota della riga ${row}\n`;
    size += line.length + 1;
    text += line;
    if (text.length < 65_536 && size < bytes && row + 1 < rows) continue;
    yield text;
    text = "";
  }
}

let [peakHeap, peakBeside] = [0, 0];
const noteHeap = (): void => {
  const { heapUsed, external } = process.memoryUsage();
  peakHeap = Math.max(peakHeap, heapUsed);
  peakBeside = Math.max(peakBeside, external);
};

async function secondsOf(run: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return (performance.now() - start) / 1_000;
}

const nowhere: MappingContext = { areaCodesAt: () => [], levelsWithBoundary: new Set() };

/** The two steps that write nothing, over the whole file; `read` counts its two readings of the bytes as well. */
async function readWhole(folder: string) {
  let [rows, validating] = [0, 0];
  const mapper = rowMapper(source as unknown as Source);
  const seconds = await secondsOf(async () => {
    const input = await openSourceFile(folder, "bench.csv");
    for await (const batch of source.format.read(input.chunks)) {
      const start = performance.now();
      const mapped = mapper.map(batch, nowhere);
      validating += performance.now() - start;
      if (mapped.problems.length > 0) throw new Error(mapped.problems[0]!.message);
      rows += mapped.read;
      noteHeap();
    }
  });
  return { rows, parsing: seconds - validating / 1_000, validating: validating / 1_000 };
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-bench-"));
  const small = await mkdtemp(path.join(tmpdir(), "vicinato-bench-"));
  try {
    const size = bytesOf(options.size);
    await pipeline(
      linesUpTo(size, Number.POSITIVE_INFINITY),
      createWriteStream(path.join(folder, "bench.csv")),
    );
    await pipeline(linesUpTo(size, written), createWriteStream(path.join(small, "bench.csv")));
    const { rows, parsing, validating } = await readWhole(folder);
    const peakWhole = peakHeap;

    const table = await startTable();
    const items: Item[] = [];
    const run = { table, folder: small, now: "2026-01-01T00:00:00.000Z", onBatch: noteHeap };
    await importSource(source as unknown as Source, run);
    const second = await secondsOf(async () => void (await importSource(source as unknown as Source, run)));
    const { observation } = codecs;
    for await (const batch of source.format.read((await openSourceFile(small, "bench.csv")).chunks))
      for (const row of batch.rows) {
        const record = source.map(row, nowhere).records[0]!.record as Parameters<typeof observation.key>[0];
        const [stored] = await table.batchGet([observation.key(record)]);
        items.push(stored!);
      }
    const [imports, writes, ratios]: [number[], number[], number[]] = [[], [], []];
    // In pairs, because a machine is not equally fast all the time; the first import above warmed both up.
    for (let pair = 0; pair < pairs; pair++) {
      const [bare, imported] = [await startTable(), await startTable()];
      const write = await secondsOf(async () => {
        for (const puts of chunks(items, 1_000)) await bare.batchWrite({ puts });
      });
      const again = { ...run, table: imported };
      const whole = await secondsOf(
        async () => void (await importSource(source as unknown as Source, again)),
      );
      writes.push(write);
      imports.push(whole);
      ratios.push(write / whole);
    }
    if (options.json) return console.log(JSON.stringify({ first: middle(imports), bare: middle(writes) }));
    print(options.size, [
      ["parse", rows, parsing],
      ["validate", rows, validating],
      ["diff (a second import, nothing changed)", items.length, second],
      ["write (a first import)", items.length, middle(imports)],
      ["bare batch write of the same items", items.length, middle(writes)],
    ]);
    console.log(
      `\nAn import writes at ${middle(ratios).toFixed(2)} of the speed of the bare write, a second one at ${(middle(writes) / second).toFixed(2)}.`,
    );
    const inMB = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
    const limit = inMB(getHeapStatistics().heap_size_limit);
    console.log(
      `Peak of the heap: ${inMB(peakWhole)} with the whole file, ${inMB(peakHeap)} with the table in memory; the limit is ${limit}.`,
    );
    console.log(`Beside the heap, mostly to tell which rows stand twice: ${inMB(peakBeside)}.`);
  } finally {
    await Promise.all([folder, small].map((each) => rm(each, { recursive: true })));
  }
}

function print(
  size: string,
  steps: readonly (readonly [name: string, rows: number, seconds: number])[],
): void {
  console.log(
    `Parse and validate: ${size}. Diff and write: its first ${written.toLocaleString("en")} rows only.\n`,
  );
  const lines = steps.map(([name, rows, seconds]) => [
    name,
    rows.toLocaleString("en"),
    seconds.toFixed(1),
    Math.round(rows / seconds).toLocaleString("en"),
  ]);
  const all = [["step", "rows", "seconds", "rows a second"], ...lines];
  const widths = all[0]!.map((_, i) => Math.max(...all.map((line) => line[i]!.length)));
  for (const line of all)
    console.log(
      line.map((text, i) => (i === 0 ? text.padEnd(widths[i]!) : text.padStart(widths[i]!))).join("  "),
    );
}

void main();
