import { writeFile } from "node:fs/promises";
import path from "node:path";
import { readEnv } from "../app/env";
import { HubError } from "../domain/kit/errors";
import { initMapping } from "../ingest/init/init-mapping";
import { type CommandContext, commandOf, notWritable } from "./end-with";

/**
 * `npm run ingest -- init <file>`: reads a file, prints its columns and writes a proposed mapping file.
 * @returns the exit code 0.
 * @throws CommanderError for wrong usage; HubError for a file that cannot be read or a mapping file that exists.
 */
export async function initCommand(
  args: readonly string[],
  context: Pick<CommandContext, "err" | "out" | "variables">,
): Promise<number> {
  const description =
    "Looks at a CSV, spreadsheet, GeoJSON or HSDS and proposes how it becomes records of the hub.";
  const command = commandOf("ingest init", description, context)
    .argument("<file>", "the file to look at, or the folder of an HSDS")
    .option("--out <file>", "where to write the mapping file; beside the file when absent")
    .parse(args, { from: "user" });
  const [file = ""] = command.args;
  const { out: given } = command.opts<{ out?: string }>();
  const target = given ?? `${file.replace(/\.[^./\\]+$/, "")}.mapping.yaml`;
  const { table, mapping } = await initMapping(file, readEnv(context.variables).seeds);
  await writeFile(target, mapping, { flag: "wx" }).catch((cause) => {
    if (cause.code !== "EEXIST") return notWritable(target, "out")(cause);
    const values = { file: target, option: "--out" };
    throw new HubError("BAD_USER_INPUT", "fileExists", values, { where: "out", cause });
  });
  const blanks = mapping.split("\n").filter((line) => /: (?:\{ \w+: )?null\b/.test(line)).length;
  context.out(
    `${table}\n\nWrote ${path.relative(process.cwd(), target) || target}: ${blanks} places are null, for you to fill in.\n`,
  );
  return 0;
}
