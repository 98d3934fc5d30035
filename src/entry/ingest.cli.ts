import "./quiet-sdk";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Command, CommanderError } from "commander";
import { readEnv } from "../app/env";
import { openTable } from "../app/open-table";
import { HubError } from "../domain/errors";
import { formatReport } from "../ingest/format-report";
import { exitCode, type IngestReport } from "../ingest/report";
import { checkRequest, runIngest } from "../ingest/run";
import { sourceCodes } from "../ingest/sources";
import { loadStarter } from "../ingest/starter";
import { initCommand } from "./ingest-init.cli";

interface Options {
  readonly from: string;
  readonly only?: readonly string[];
  readonly json?: string;
  readonly mapping?: readonly string[];
}

export interface CommandContext {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  /** Progress and errors. */
  readonly err: (text: string) => void;
  readonly now: () => Date;
}

const starterFolder = path.resolve(__dirname, "../../data");

/**
 * `npm run ingest -- --from <folder>`: loads the starter data, then the known files of the folder.
 * @param args without the two of node.
 * @returns the exit code: 0 all was taken over, 1 something was not, 2 wrong usage.
 */
export async function ingestCommand(args: readonly string[], context: CommandContext): Promise<number> {
  try {
    if (args[0] === "init") return await initCommand(args.slice(1), context);
    const options = parse(args, context);
    if (options.json !== undefined) await writeFile(options.json, "").catch(notWritable(options.json));
    const report = await ingest(options, context);
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
    context.out(`${formatReport(report)}\n`);
    return exitCode(report);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof HubError)) throw error;
    context.err(`${error.message} ${error.hint}\n`);
    return error.code === "BAD_USER_INPUT" || error.code === "UNKNOWN_CODE" ? 2 : 1;
  }
}

function parse(args: readonly string[], { out, err }: CommandContext): Options {
  return new Command("ingest")
    .description("Loads published files into the hub. What is there already is not written again.")
    .requiredOption("--from <folder>", "folder with the published files")
    .option("--only <codes>", `only these sources, separated by commas: ${sourceCodes.join(", ")}`, listOf)
    .option("--mapping <files...>", "mapping files beside those of the folder (docs/mapping-files.md)")
    .option("--json <file>", "write the whole report, with all problems, to this file")
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride()
    .parse(args, { from: "user" })
    .opts<Options>();
}

const listOf = (text: string): string[] => text.split(",").map((code) => code.trim());

async function ingest(
  { from, only, mapping }: Options,
  { variables, err, now }: CommandContext,
): Promise<IngestReport> {
  const env = envOf(variables);
  const request = {
    folder: from,
    demo: env.demo,
    ...(only && { only }),
    ...(mapping && { mappings: mapping }),
  };
  await checkRequest(request);
  const { table, close } = await openTable(env, { share: false });
  try {
    const instant = now().toISOString();
    const starter = await loadStarter(table, starterFolder, instant);
    const written = Object.values(starter).reduce((sum, { created, changed }) => sum + created + changed, 0);
    err(`starter data: ${written} records written\n`);
    const onProgress = (message: string): void => err(`${message}\n`);
    return await runIngest({ ...request, table, now: instant, onProgress });
  } finally {
    await close();
  }
}

function envOf(variables: CommandContext["variables"]) {
  try {
    return readEnv(variables);
  } catch (cause) {
    throw new HubError("BAD_USER_INPUT", {
      message: (cause as Error).message,
      messageIt: "Le variabili d'ambiente non sono utilizzabili.",
      hint: "Correct the named variables.",
      cause,
    });
  }
}

const notWritable =
  (file: string) =>
  (cause: NodeJS.ErrnoException): never => {
    throw new HubError("BAD_USER_INPUT", {
      message: `The report cannot be written to ${file} (${cause.code}).`,
      messageIt: `Il rapporto non può essere scritto in ${file} (${cause.code}).`,
      hint: "Give --json a file in a folder that exists.",
      where: "json",
      cause,
    });
  };

if (require.main === module) {
  void ingestCommand(process.argv.slice(2), {
    variables: process.env,
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    now: () => new Date(),
  }).then((code) => {
    process.exitCode = code;
  });
}
