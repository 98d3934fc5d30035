import "./quiet-sdk";
import { writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { InvalidArgumentError } from "commander";
import { readEnv } from "../app/env";
import { openTable } from "../app/open-table";
import { HubError } from "../domain/kit/errors";
import { limits } from "../domain/kit/limits";
import { formatReport, formatRollback } from "../ingest/report/format-report";
import { exitCode, type IngestReport, type RollbackReport } from "../ingest/report/report";
import { checkRequest } from "../ingest/run/choose-sources";
import { rollback } from "../ingest/run/rollback";
import { type IngestRequest, runIngest } from "../ingest/run/run";
import { sourceCodes } from "../ingest/sources/own-sources";
import {
  type CommandContext,
  commandOf,
  endWith,
  exitCodes,
  listOf,
  notWritable,
  runProcess,
} from "./end-with";
import { initCommand } from "./ingest-init.cli";
import { barProgress, plainProgress } from "./ingest-progress";
import { loadSeedsBeforeImport } from "./load-seeds";

interface Options {
  readonly from?: string;
  readonly only?: readonly string[];
  readonly json?: string;
  readonly mapping?: readonly string[];
  readonly dryRun?: boolean;
  readonly rollback?: string;
  readonly allowDeletes?: number;
  readonly wait: number;
}

export interface IngestContext extends CommandContext {
  /** A terminal that somebody watches; absent if progress goes to a log. */
  readonly terminal?: NodeJS.WritableStream;
  /** Aborted when the command should end. */
  readonly signal?: AbortSignal;
  /** Name of the importer, shown to others who want to import meanwhile. */
  readonly holder?: string;
}

/**
 * `npm run ingest -- --from <folder>`: loads the starter data, then the known files of the folder.
 * @param args without the first two of Node.
 * @returns the exit code: 0 all was imported, 1 something was not, 2 wrong usage, 3 another import is running, 4 the
 * store failed, 130 interrupted.
 */
export async function ingestCommand(args: readonly string[], context: IngestContext): Promise<number> {
  try {
    if (args[0] === "init") return await initCommand(args.slice(1), context);
    const options = parse(args, context);
    if (options.json !== undefined)
      await writeFile(options.json, "").catch(notWritable(options.json, "json"));
    const { report, text, code } = await withTable(options, context);
    if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
    context.out(`${text}\n`);
    return code;
  } catch (error) {
    if (context.signal?.aborted) {
      context.err("Interrupted: what was written stays, and the next import completes what is half done.\n");
      return exitCodes.interrupted;
    }
    return endWith(error, context.err);
  }
}

function parse(args: readonly string[], context: CommandContext): Options {
  const { share } = limits.importDeletes;
  const description = "Imports published files into the hub. Unchanged records are not written.";
  return commandOf("ingest", description, context)
    .option("--from <folder>", "folder with the published files")
    .option("--only <codes>", `only these sources, separated by commas: ${sourceCodes.join(", ")}`, listOf)
    .option(
      "--mapping <files...>",
      "mapping files in addition to those of the folder (docs/mapping-files.md)",
    )
    .option("--dry-run", "report all changes, field by field, and write nothing")
    .option(
      "--allow-deletes <share>",
      `share of a complete source that may be deleted at once (${share})`,
      shareOf,
    )
    .option("--rollback <run>", "revert an import, by its code in the report, for example ds205:7")
    .option("--wait <seconds>", "how long to wait for another import", secondsOf, 90)
    .option("--json <file>", "write the whole report, with all problems, to this file")
    .parse(args, { from: "user" })
    .opts<Options>();
}

function shareOf(text: string): number {
  const share = Number(text);
  if (text.trim() !== "" && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError("It must be a number from 0 to 1.");
}

function secondsOf(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number of seconds.");
}

interface Outcome {
  readonly report: IngestReport | RollbackReport;
  readonly text: string;
  readonly code: number;
}

async function withTable(options: Options, context: IngestContext): Promise<Outcome> {
  const { from, only, mapping, rollback: run } = options;
  if ((from === undefined) === (run === undefined))
    throw new HubError("BAD_USER_INPUT", "fromOrRollback", null, { where: "from" });
  const env = readEnv(context.variables);
  const request = {
    folder: from ?? "",
    demo: env.demo,
    seeds: env.seeds,
    ...(only && { only }),
    ...(mapping && { mappings: mapping }),
  };
  if (from !== undefined) await checkRequest(request);
  const { table, close } = await openTable(env, { share: false, patient: true });
  try {
    const now = context.now().toISOString();
    const common = {
      table,
      now,
      waitMs: options.wait * 1000,
      ...(context.holder && { holder: context.holder }),
    };
    if (run === undefined) return await ingest({ ...request, ...common }, options, context);
    const report = await rollback({ ...common, run });
    return { report, text: formatRollback(report), code: report.conflicts.length > 0 ? 1 : 0 };
  } finally {
    // An earlier error counts more than a failure to close.
    await close().catch(() => undefined);
  }
}

async function ingest(
  request: IngestRequest,
  { dryRun = false, allowDeletes }: Options,
  { err, now, terminal, signal }: IngestContext,
): Promise<Outcome> {
  if (!dryRun) {
    const starter = await loadSeedsBeforeImport(request.table, request.seeds ?? null, request.now);
    const written = Object.values(starter ?? {}).reduce(
      (sum, { created, changed }) => sum + created + changed,
      0,
    );
    err(`starter data: ${written} records written\n`);
  }
  const { stop, ...progress } = terminal ? barProgress(terminal, now) : plainProgress(err);
  try {
    const report = await runIngest({
      ...request,
      ...progress,
      dryRun,
      ...(allowDeletes !== undefined && { allowDeletes }),
      ...(signal && { signal }),
    });
    signal?.throwIfAborted();
    return { report, text: formatReport(report), code: exitCode(report) };
  } finally {
    stop();
  }
}

if (require.main === module) {
  const controller = new AbortController();
  // The first signal ends the run cleanly, the second one at once.
  process.once("SIGINT", () => controller.abort());
  process.once("SIGTERM", () => controller.abort());
  runProcess((args, context) =>
    ingestCommand(args, {
      ...context,
      ...(process.stderr.isTTY && !process.env.CI && { terminal: process.stderr }),
      signal: controller.signal,
      holder: `${hostname()}, process ${process.pid},`,
    }),
  );
}
