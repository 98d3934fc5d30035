import "./quiet-sdk";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { Command } from "commander";
import { openTable } from "../app/open-table";
import { canonicalText } from "../domain/kit/canonical-text";
import { runIngest } from "../ingest/run/run";
import { loadStarter } from "../ingest/starter/load-starter";
import {
  differencesOf,
  publishableRecords,
  publishedFiles,
  recordsBeside,
} from "../ingest/starter/published-records";
import { starterFiles, starterRecords } from "../ingest/starter/starter-files";
import { starterSnapshot } from "../ingest/starter/starter-snapshot";
import { codecOf } from "../storage/records/hub-record";
import { exitCodes, runProcess } from "./end-with";
import { handWrittenFolder, publishedFolder } from "./load-seeds";

/** One record per line, for long lists of small records; the others are indented. */
const oneLineEach = new Set(["areas.json", "area-overlaps.json", "observations.json"]);

/**
 * `npm run data`: imports published files over the records that are written by hand, and writes what they give: the files of
 * `data/` that follow from them, and everything else into `data/published/`. Entries written by hand (other sources, earlier
 * kinds of a centre) are read first and stay.
 */
async function refreshData(from: string): Promise<void> {
  const { table, close } = await openTable(
    { engine: { kind: "embedded", dataDir: null }, tableName: "starter" },
    { share: false },
  );
  try {
    const now = new Date().toISOString();
    await loadStarter(table, handWrittenFolder, now);
    const report = await runIngest({ table, folder: from, now });
    for (const { source, status } of report.sources) console.log(`${source}: ${status}`);
    const read = async <T>(file: string): Promise<T[]> =>
      JSON.parse(await readFile(path.join(handWrittenFolder, file), "utf8"));
    const codesIn = async (file: string) => (await read<{ code: string }>(file)).map(({ code }) => code);
    const observed = await read<{ areaCode: string; sourceCodes: string[] }>("observations.json");
    const snapshot = await starterSnapshot(table, {
      sourceCodes: await codesIn("sources.json"),
      centreCodes: await codesIn("centres.json"),
      observationAreas: [...new Set(observed.map(({ areaCode }) => areaCode))],
      observationSources: [...new Set(observed.flatMap(({ sourceCodes }) => sourceCodes))],
    });
    for (const [file, records] of Object.entries(snapshot)) {
      const { create } = codecOf(starterFiles.find((each) => each.file === file)!.type);
      const whole = (each: readonly unknown[]) => canonicalText(each.map((record) => create!(record)));
      // A file that says the same keeps its form.
      if (whole(records) !== whole(await read(file)))
        await writeFile(path.join(handWrittenFolder, file), textOf(file, records));
    }
    await writePublished(table);
  } finally {
    await close();
  }
}

async function writePublished(table: Parameters<typeof publishableRecords>[0]): Promise<void> {
  await mkdir(publishedFolder, { recursive: true });
  const before = await starterRecords([publishedFolder]);
  const after = recordsBeside(await publishableRecords(table), await starterRecords([handWrittenFolder]));
  const files = publishedFiles(after);
  for (const file of await readdir(publishedFolder))
    if (file.endsWith(".json") && !(file in files)) await rm(path.join(publishedFolder, file));
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(publishedFolder, file), text);
  const lines = differencesOf(before, after);
  console.log(lines.length === 0 ? "Nothing changed" : lines.join("\n"));
}

function textOf(file: string, records: readonly unknown[]): string {
  if (!oneLineEach.has(file)) return `${JSON.stringify(records, null, 2)}\n`;
  return `[\n${records.map((record) => `  ${JSON.stringify(record)}`).join(",\n")}\n]\n`;
}

const program = new Command("data")
  .argument("[folder]", "folder with the published files", path.resolve(__dirname, "../../../shared/data"))
  .parse();
runProcess(async () => {
  await refreshData(path.resolve(program.args[0] ?? path.resolve(__dirname, "../../../shared/data")));
  return exitCodes.done;
});
