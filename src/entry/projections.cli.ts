import "./quiet-sdk";
import { writeFile } from "node:fs/promises";
import { readEnv } from "../app/env";
import { openTable } from "../app/open-table";
import { repair, verify } from "../projections/refresh";
import type { Table } from "../storage/engine/table";
import type { Unreadable } from "../storage/records/readable";
import { type CommandContext, commandOf, endWith, runProcess } from "./end-with";

interface Outcome {
  readonly report: unknown;
  readonly lines: readonly string[];
  readonly code: 0 | 1;
}

/**
 * `npm run projections -- rebuild` rebuilds everything that follows from the records; `-- verify` only reports what
 * differs from them. Both name stored items that cannot be read.
 * @param args without the first two of Node.
 * @returns the exit code: 0 all agrees with the records, 1 something differs or cannot be read, 2 wrong usage, 4 the
 * store failed.
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
  const about =
    "The records with their lists and indexes, and what follows from them: lists of services, locations, published documents.";
  const program = commandOf("projections", about, context);
  const command = (name: string, description: string, work: (table: Table) => Promise<Outcome>) =>
    program
      .command(name)
      .description(description)
      .option("--json <file>", "write the report to this file")
      .action(run(work));
  command(
    "rebuild",
    "makes all that follows from the records again, and writes what differs or is damaged",
    (table) => rebuildAll(table, now().toISOString()),
  );
  command(
    "verify",
    "reports damaged records and what is not what the records say; writes nothing",
    verifyAll,
  );
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return endWith(error, err);
  }
}

async function rebuildAll(table: Table, now: string): Promise<Outcome> {
  const report = await repair(table, now);
  const { left, refreshed, repaired, unreadable } = report;
  const lines = [
    `records: ${repaired} repaired`,
    ...refreshed.map(({ scope, written }) => `${scope}: ${written} written`),
    ...left.map(({ scope, document, drift }) => `${drift} ${scope} ${document}`),
  ];
  if (left.length > 0)
    lines.push(`${left.length} left: import their sources again, or restart the hub for starter data.`);
  return outcome(report, lines, unreadable, left.length === 0);
}

async function verifyAll(table: Table): Promise<Outcome> {
  const report = await verify(table);
  const { drifts, unreadable } = report;
  const lines = drifts.map(({ scope, document, drift }) => `${drift} ${scope} ${document}`);
  const sum = drifts.length === 0 ? "Nothing has drifted." : `${drifts.length} have drifted.`;
  return outcome(report, [...lines, sum], unreadable, drifts.length === 0);
}

function outcome(
  report: unknown,
  lines: readonly string[],
  unreadable: readonly Unreadable[],
  isRight: boolean,
): Outcome {
  const leftOut = unreadable.map(({ key, reason }) => `UNREADABLE ${key.pk} ${key.sk}: ${reason}`);
  return { report, lines: [...leftOut, ...lines], code: isRight && unreadable.length === 0 ? 0 : 1 };
}

if (require.main === module) runProcess(projectionsCommand);
