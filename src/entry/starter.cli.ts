import "./quiet-sdk";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Command } from "commander";
import { openTable } from "../app/open-table";
import { runIngest } from "../ingest/run/run";
import { loadStarter } from "../ingest/run/starter";
import { starterSnapshot } from "../ingest/run/starter-snapshot";
import { exitCodes, runProcess } from "./end-with";

/** One record per line, for long lists of small records; the others are indented. */
const oneLineEach = new Set(["areas.json", "area-overlaps.json", "observations.json"]);

/**
 * `tsx src/entry/starter.cli.ts --from <published files> --observations <area codes>`: updates the files of `data/`
 * that follow from published files. Entries written by hand (other sources, earlier kinds of a centre) are read first
 * and stay.
 */
async function refreshStarter(
  from: string,
  folder: string,
  observationAreas: readonly string[],
  observationSources: readonly string[],
): Promise<void> {
  const { table, close } = await openTable(
    { engine: { kind: "embedded", dataDir: null }, tableName: "starter" },
    { share: false },
  );
  try {
    const now = new Date().toISOString();
    await loadStarter(table, folder, now);
    await runIngest({ table, folder: from, now });
    const codesIn = async (file: string): Promise<string[]> =>
      (JSON.parse(await readFile(path.join(folder, file), "utf8")) as { code: string }[]).map(
        ({ code }) => code,
      );
    const snapshot = await starterSnapshot(table, {
      sourceCodes: await codesIn("sources.json"),
      centreCodes: await codesIn("centres.json"),
      observationAreas,
      observationSources,
    });
    for (const [file, records] of Object.entries(snapshot))
      await writeFile(path.join(folder, file), textOf(file, records));
  } finally {
    await close();
  }
}

function textOf(file: string, records: readonly unknown[]): string {
  if (!oneLineEach.has(file)) return `${JSON.stringify(records, null, 2)}\n`;
  return `[\n${records.map((record) => `  ${JSON.stringify(record)}`).join(",\n")}\n]\n`;
}

const program = new Command("starter")
  .requiredOption("--from <folder>", "folder with the published files")
  .requiredOption("--observations <codes>", "areas whose observations come with the hub, separated by commas")
  .requiredOption("--sources <codes>", "sources of these observations, separated by commas")
  .option("--data <folder>", "folder of the starter data", path.resolve(__dirname, "../../data"))
  .parse();
const { from, data, observations, sources } =
  program.opts<Record<"data" | "from" | "observations" | "sources", string>>();
runProcess(async () => {
  await refreshStarter(from, data, observations.split(","), sources.split(","));
  return exitCodes.done;
});
