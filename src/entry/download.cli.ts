import { readEnv } from "../app/env";
import { HubError } from "../domain/kit/errors";
import { acquireExitCode, acquireSources } from "../ingest/acquire/acquire-sources";
import { formatAcquire } from "../ingest/acquire/format-acquire";
import { createHttp, type Http } from "../ingest/acquire/http";
import type { Source } from "../ingest/kit/source";
import { findMappings } from "../ingest/sources/find-mappings";
import { hubSources } from "../ingest/sources/sources";
import { type CommandContext, commandOf, endWith, listOf, runProcess } from "./end-with";

interface Options {
  readonly to: string;
  readonly only?: readonly string[];
  readonly address?: readonly (readonly [string, string])[];
}

interface DownloadContext extends Pick<CommandContext, "err" | "out"> {
  readonly http: Http;
  readonly sources: readonly Source[];
  /** Folders with the data of the hub, if it is not that which comes with it. */
  readonly seeds?: readonly string[] | null;
}

/**
 * `npm run download -- --to <folder>`: downloads the files of the sources to where an import from that folder finds
 * them.
 * @param args without the first two of Node.
 * @returns the exit code: 0 all files are complete, 1 one is missing or incomplete, 2 wrong usage.
 */
export async function downloadCommand(args: readonly string[], context: DownloadContext): Promise<number> {
  try {
    const { to, only, address = [] } = parse(args, context);
    const mappings = await findMappings(to, [], context.seeds);
    const known = [...context.sources, ...mappings.sources];
    for (const { error } of mappings.faulty) endWith(error, context.err);
    for (const code of [...(only ?? []), ...address.map(([code]) => code)]) checkCode(code, known);
    const chosen = known.filter(({ ref }) => only?.includes(ref.code) ?? true);
    const reports = await acquireSources(chosen, {
      http: context.http,
      folder: to,
      addresses: new Map(address),
      onProgress: progressTo(context.err),
      onDone: (report) => context.out(`${formatAcquire(report)}\n`),
    });
    return mappings.faulty.length > 0 ? 1 : acquireExitCode(reports);
  } catch (error) {
    return endWith(error, context.err);
  }
}

function parse(args: readonly string[], context: DownloadContext): Options {
  const codes = context.sources.map(({ ref }) => ref.code).join(", ");
  const description = "Downloads the published files of the sources. What has not changed is not sent again.";
  return commandOf("download", description, context)
    .requiredOption("--to <folder>", "folder for the files; npm run ingest -- --from <folder> imports them")
    .option("--only <codes>", `only these sources, separated by commas: ${codes}`, listOf)
    .option("--address <code=url>", "where an API is whose owner does not publish its address", addressOf)
    .parse(args, { from: "user" })
    .opts<Options>();
}

function addressOf(text: string, before: readonly (readonly [string, string])[] = []) {
  const [, code, url] = /^([^=]+)=(https?:\/\/.+)$/.exec(text) ?? [];
  if (code !== undefined && url !== undefined) return [...before, [code, url] as const];
  throw new HubError("BAD_USER_INPUT", "address", null, { where: "address" });
}

function checkCode(code: string, known: readonly Source[]): void {
  if (known.some(({ ref }) => ref.code === code)) return;
  const values = { code, known: known.map(({ ref }) => ref.code) };
  throw new HubError("UNKNOWN_CODE", "noImportSource", values, { where: "only" });
}

const stepBytes = 10 * 1024 ** 2;

/** One line for each ten megabytes: enough to see progress, little enough for a log. */
function progressTo(err: (text: string) => void) {
  let lastShown = "";
  return (source: string, bytes: number, total: number | null): void => {
    const steps = Math.floor(bytes / stepBytes);
    if (steps === 0 || lastShown === `${source} ${steps}`) return;
    lastShown = `${source} ${steps}`;
    const of = total === null ? "" : ` of ${Math.ceil(total / 1024 ** 2)}`;
    err(`${source}: ${steps * 10}${of} MB\n`);
  };
}

if (require.main === module)
  runProcess((args, context) => {
    const { seeds } = readEnv(context.variables);
    const { sources } = hubSources(seeds);
    return downloadCommand(args, { ...context, http: createHttp(), sources, seeds });
  });
