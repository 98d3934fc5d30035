import "./quiet-sdk";
import { setTimeout } from "node:timers/promises";
import { readEnv } from "../app/env";
import { openFiles } from "../app/open-files";
import { openTable } from "../app/open-table";
import { operator } from "../domain/identity/caller";
import type { ErasureReport } from "../editing/identity/erase-pass";
import { erasePerson } from "../editing/identity/erase-person";
import { sweepReplaced } from "../storage/snapshots/retirement";
import { type CommandContext, commandOf, endWith, exitCodes, runProcess } from "./end-with";

interface Wish {
  readonly name: readonly string[];
  readonly email: readonly string[];
  readonly phone: readonly string[];
  readonly reason: string;
  readonly apply?: true;
}

/** Replaced pages stay for a minute, and while an export reads them for at most a quarter of an hour. */
const lookEveryMs = 5_000;
const mostLooks = 240;

const several = (value: string, before: readonly string[]): readonly string[] => [...before, value];

/**
 * `npm run erase -- --name "…" --email … --phone … --reason "…"` shows where a person is named; `--apply` erases the person. Options may be
 * repeated for further spellings.
 * @param args without the first two of Node.
 * @param wait until what began before has ended, and until the next look for readers of replaced pages.
 * @returns the exit code: 0 nothing is left, 1 the output names what is left.
 */
export async function eraseCommand(
  args: readonly string[],
  context: CommandContext,
  wait: (ms: number) => Promise<unknown> = setTimeout,
): Promise<number> {
  const { out, err } = context;
  let code: number = exitCodes.done;

  async function run({ name: names, email: emails, phone: phones, reason, apply }: Wish): Promise<void> {
    const env = readEnv(context.variables);
    const files = openFiles(env);
    const { table, close } = await openTable(env, { share: false, patient: true });
    const removeExports = async () => files.remove((await files.list("")).map(({ name }) => name));
    try {
      const now = context.now().toISOString();
      const order = { by: operator, reason, now, dryRun: apply !== true, wait };
      if (apply === true)
        err(
          "Waiting until what began before has ended: one minute for changes, at most 20 more for an import.\n",
        );
      const report = await erasePerson(table, { names, emails, phones }, order);
      out(`${linesOf(report, apply === true).join("\n")}\n`);
      if (report.left.length > 0) code = exitCodes.findings;
      if (apply !== true) return;
      await removeExports();
      const published = Date.parse(table.clock());
      const sweep = () => sweepReplaced(table, published, context.now().getTime());
      let pages = await sweep();
      if (pages > 0) err("Waiting until nobody reads the replaced pages: one minute, at most 16.\n");
      for (let look = 1; pages > 0 && look <= mostLooks; look++) {
        await wait(lookEveryMs);
        pages = await sweep();
      }
      // An export that was running may have ended meanwhile.
      await removeExports();
      if (pages > 0) {
        code = exitCodes.findings;
        out(`LEFT ${pages} replaced pages: somebody still reads them. Run the same command again.\n`);
      } else
        out("Replaced pages and exported files are removed. The next exports are made without the person.\n");
    } finally {
      await close().catch(() => undefined);
    }
  }

  const about =
    "Erases a person from records, histories, publications and exports. Without --apply it only shows where the person is named.";
  const program = commandOf("erase", about, context)
    .option("--name <text>", "first and last name, in any order", several, [])
    .option("--email <address>", "e-mail address", several, [])
    .option("--phone <number>", "telephone number", several, [])
    .requiredOption("--reason <text>", "reason for the history, without the name of the person")
    .option("--apply", "erase what was found")
    .action(run);
  try {
    await program.parseAsync([...args], { from: "user" });
    return code;
  } catch (error) {
    return endWith(error, err);
  }
}

function linesOf({ records, beside, ended, logged, left }: ErasureReport, isDone: boolean): string[] {
  const sum = records.reduce((total, { versions }) => total + versions, 0);
  return [
    ...records.map(({ record, versions }) => `${record}: ${versions} versions`),
    ...ended.map(({ what, why }) => `ENDED ${what}: ${why}`),
    ...left.map(({ what, why }) => `LEFT ${what}: ${why}`),
    `${isDone ? "Erased from" : "Named in"} ${sum} versions of ${records.length} records, ${beside} requests, images, keys, proposals and webhooks, ${logged} logged changes.`,
    ...(isDone ? [] : ["Nothing was changed. Look at the list, then add --apply."]),
  ];
}

if (require.main === module) runProcess(eraseCommand);
