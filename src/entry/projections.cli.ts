import "./quiet-sdk";
import { writeFile } from "node:fs/promises";
import { Command, CommanderError } from "commander";
import { readEnv } from "../app/env";
import { openTable } from "../app/open-table";
import { publishSearchIndex } from "../projections/search-index";
import { rebuild } from "../projections/snapshots";
import { verifyReadDocuments } from "../projections/verify";
import type { Table } from "../storage/engine/table";
import { endWith, exitCodes, runProcess } from "./end-with";

export interface CommandContext {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly now: () => Date;
}

interface Outcome {
  readonly report: unknown;
  readonly lines: readonly string[];
  readonly code: 0 | 1;
}

/**
 * `npm run projections -- rebuild` makes every published document anew; `-- verify` only says which ones are not what the
 * records say.
 * @param args without the two of node.
 * @returns the exit code: 0 all is as the records say, 1 something has drifted, 2 wrong usage, 4 the store did not work.
 */
export async function projectionsCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const { out, err, now } = context;
  let code = 0;
  const run =
    (work: (table: Table) => Promise<Outcome>) =>
    async ({ json }: { json?: string }) => {
      const { table, close } = await openTable(readEnv(context.variables), { share: false, patient: true });
      try {
        const outcome = await work(table);
        if (json !== undefined) await writeFile(json, `${JSON.stringify(outcome.report, null, 2)}\n`);
        out(`${outcome.lines.join("\n")}\n`);
        code = outcome.code;
      } finally {
        await close().catch(() => undefined);
      }
    };
  const program = new Command("projections")
    .description("The documents that are published for reading: maps, profiles, search index.")
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride();
  const command = (name: string, description: string, work: (table: Table) => Promise<Outcome>) =>
    program
      .command(name)
      .description(description)
      .option("--json <file>", "write the report to this file")
      .action(run(work));
  command("rebuild", "makes all of them anew from the records and publishes what differs", (table) =>
    rebuildAll(table, now().toISOString()),
  );
  command("verify", "says which of them are not what the records say; writes nothing", verifyAll);
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    return endWith(error, err);
  }
}

async function rebuildAll(table: Table, now: string): Promise<Outcome> {
  const searchIndex = await publishSearchIndex(table, now);
  const scopes = await rebuild(table, now);
  const lines = scopes.map(({ scope, written }) => `${scope}: ${written} documents written`);
  const ofSearch = `search: ${searchIndex ? "written" : "nothing written"}`;
  return { report: { searchIndex, scopes }, lines: [ofSearch, ...lines], code: 0 };
}

async function verifyAll(table: Table): Promise<Outcome> {
  const drifts = await verifyReadDocuments(table);
  const lines = drifts.map(({ scope, document, drift }) => `${drift} ${scope} ${document}`);
  const sum = drifts.length === 0 ? "No document has drifted." : `${drifts.length} documents have drifted.`;
  return { report: { drifts }, lines: [...lines, sum], code: drifts.length === 0 ? 0 : 1 };
}

if (require.main === module) {
  runProcess(() =>
    projectionsCommand(process.argv.slice(2), {
      variables: process.env,
      out: (text) => process.stdout.write(text),
      err: (text) => process.stderr.write(text),
      now: () => new Date(),
    }),
  );
}
