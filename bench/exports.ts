import "../src/entry/quiet-sdk";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { openTable } from "../src/app/open-table";
import { hsdsIndex } from "../src/projections/hsds-index";
import { documentChanges } from "../src/projections/published";
import type { Key } from "../src/storage/engine/key";
import type { Table } from "../src/storage/engine/table";
import type { Codec } from "../src/storage/records/codec";
import { codecs } from "../src/storage/records/codecs";
import type { Unreadable } from "../src/storage/records/readable";
import { saveAll } from "../src/storage/records/save";
import { type Derive, publishSnapshot } from "../src/storage/snapshots/publish-snapshot";
import { snapshotsOf } from "../src/storage/snapshots/snapshot-store";
import { aCentre, aCity, anArea, anIndicator, anObservation, aSource } from "../test/support/builders";
import { machine } from "./harness/outcome";
import { run } from "./harness/processes";

/**
 * `npm run bench:exports -- --observations 1000000 --centres 100000`: records a second of an export, the memory of its process,
 * and how much longer it takes than copying the files that it writes. The process is the function as it is deployed, beside an
 * engine on disk. All records are MADE UP.
 */
const { values } = parseArgs({
  options: {
    observations: { type: "string", default: "1000000" },
    centres: { type: "string", default: "100000" },
  },
});
const counts = { observations: Number(values.observations), centres: Number(values.centres) };
const root = path.resolve(__dirname, "..");
const now = "2026-01-01T00:00:00.000Z";
const sourceCodes = ["bench"];
const areas = 100;
const periods = 100;
/** Records that are published together: a publication holds its changes in memory. */
const together = 20_000;

const areaCode = (n: number): string => `nil:${String(n).padStart(3, "0")}`;

function* observations(): Generator<unknown> {
  const each = Math.ceil(counts.observations / areas);
  for (let n = 0; n < counts.observations; n++) {
    const [area, of] = [Math.floor(n / each), n % each];
    yield anObservation({
      indicatorCode: `figure_${Math.floor(of / periods)}`,
      areaCode: areaCode(area),
      period: String(1950 + (of % periods)),
      value: ((n * 7_919) % 100_000) / 100,
      sourceCodes,
    });
  }
}

function* centres(): Generator<unknown> {
  for (let n = 0; n < counts.centres; n++)
    yield aCentre({
      code: `bench:${n}`,
      name: `Casa di Quartiere "${n}"`,
      address: {
        streetAddress: `Via Città ${n % 300}`,
        postalCode: "20141",
        locality: "Città",
        country: "IT",
      },
      position: { latitude: 45.4 + (n % 997) / 9_970, longitude: 9.1 + (n % 1_009) / 10_090 },
      areaCodes: [areaCode(n % areas)],
      sourceCodes,
    });
}

/** The documents that an export reads: no list, total or index of anything else. */
const derive =
  (table: Table, written: readonly Key[]): Derive =>
  async (reader, before) => {
    const skip = (each: Unreadable): never => {
      throw new Error(`Cannot read ${each.key.pk}: ${each.reason}`);
    };
    const changes = written.map((key) => ({ key })).filter(({ key }) => hsdsIndex.affectedBy(key));
    if (changes.length === 0) return new Map();
    return documentChanges(
      { reader, skip },
      await hsdsIndex.documents({ reader, before, skip, table }, changes),
    );
  };

/** Records alone, and what an export reads besides them. */
async function fill(table: Table): Promise<void> {
  const publish = () => {
    const written = table.unpublished.take();
    return publishSnapshot(snapshotsOf(table), { written, derive: derive(table, written.keys), now });
  };
  const save = async (codec: Codec<never>, records: Iterable<unknown>): Promise<void> => {
    let waiting: unknown[] = [];
    const flush = async (): Promise<void> => {
      await saveAll(table, codec, waiting as never[], { origin: "bench", now, isProtected: true });
      waiting = [];
      await publish();
    };
    for (const record of records) {
      waiting.push(record);
      if (waiting.length === together) await flush();
    }
    if (waiting.length > 0) await flush();
  };
  const figures = Math.ceil(counts.observations / areas / periods);
  await save(codecs.sourceRef as never, [
    aSource({ code: "bench", title: "Made up for a benchmark", synthetic: false }),
  ]);
  await save(codecs.area as never, [
    aCity({ sourceCodes }),
    ...Array.from({ length: areas }, (_, n) => anArea({ code: areaCode(n), sourceCodes })),
  ]);
  await save(
    codecs.indicator as never,
    Array.from({ length: figures }, (_, n) => anIndicator({ code: `figure_${n}`, sourceCodes })),
  );
  await save(codecs.centre as never, centres());
  await save(codecs.observation as never, observations());
}

/** What the function does when it is called, and what it needed for it. */
const call = `
  const began = performance.now();
  require("./index.js").handler().then(() => {
    const seconds = (performance.now() - began) / 1000;
    require("node:fs").writeSync(1, "\\n" + JSON.stringify({ seconds, memory: process.resourceUsage().maxRSS * 1024 }));
    process.exit();
  });`;

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), "vicinato-bench-"));
  const dataDir = path.join(folder, "data");
  const exportsDir = path.join(folder, "exports");
  const engine = { kind: "embedded", dataDir } as const;
  const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: true });
  try {
    await run({ command: "npm", args: ["run", "--silent", "build"], cwd: root });
    const filling = performance.now();
    await fill(table);
    console.error(`Filled in ${Math.round((performance.now() - filling) / 1_000)} s`);
    const said = await run({
      command: process.execPath,
      // By itself V8 lets garbage wait: it would take what the machine has.
      args: ["--max-old-space-size=72", "--max-semi-space-size=8", "-e", call],
      cwd: path.join(root, "dist/lambda-export"),
      env: { VICINATO_DATA_DIR: dataDir, VICINATO_EXPORTS_DIR: exportsDir },
    });
    const { seconds, memory } = JSON.parse(said.split("\n").at(-1)!) as { seconds: number; memory: number };

    const files = await filesIn(exportsDir);
    let bytes = 0;
    for (const file of files) bytes += (await stat(file)).size;
    const copying = performance.now();
    for (const [n, file] of files.entries())
      await pipeline(createReadStream(file), createWriteStream(path.join(folder, `copy-${n}`)));
    const copied = (performance.now() - copying) / 1_000;

    const records = counts.observations + counts.centres;
    console.log(`${machine()}

| | |
|---|---|
| observations; centres | ${counts.observations}; ${counts.centres} |
| files; bytes | ${files.length}; ${Math.round(bytes / 1e6)} MB |
| records a second, all forms with SHA-256 and gzip | ${Math.round(records / seconds)} |
| time / copying the same bytes | ${(seconds / copied).toFixed(1)} |
| memory of the process | ${Math.round(memory / 1024 / 1024)} MB; limit 256 MB |`);
  } finally {
    await close();
    await rm(folder, { recursive: true, force: true });
  }
}

void main();
