import { writeFile } from "node:fs/promises";
import path from "node:path";
import { Command } from "commander";
import { HubError } from "../domain/kit/errors";
import { initMapping } from "../ingest/init/init-mapping";

/**
 * `npm run ingest -- init <file>`: reads a file, prints its columns and writes a proposed mapping file.
 * @returns the exit code 0.
 * @throws CommanderError for wrong usage; HubError for a file that cannot be read or a mapping file that exists.
 */
export async function initCommand(
  args: readonly string[],
  { out, err }: { readonly out: (text: string) => void; readonly err: (text: string) => void },
): Promise<number> {
  const command = new Command("ingest init")
    .description("Looks at a CSV or GeoJSON and proposes how it becomes records of the hub.")
    .argument("<file>", "the file to look at")
    .option("--out <file>", "where to write the mapping file; beside the file when absent")
    .configureOutput({ writeOut: out, writeErr: err })
    .exitOverride()
    .parse(args, { from: "user" });
  const [file = ""] = command.args;
  const { out: given } = command.opts<{ out?: string }>();
  const target = given ?? `${file.replace(/\.[^./\\]+$/, "")}.mapping.yaml`;
  const { table, mapping } = await initMapping(file);
  await writeFile(target, mapping, { flag: "wx" }).catch(notWritable(target));
  const blanks = mapping.split("\n").filter((line) => /: (?:\{ \w+: )?null\b/.test(line)).length;
  out(
    `${table}\n\nWrote ${path.relative(process.cwd(), target) || target}: ${blanks} places are null, for you to fill in.\n`,
  );
  return 0;
}

const notWritable =
  (target: string) =>
  (cause: NodeJS.ErrnoException): never => {
    const circumstances = { where: "out", cause };
    if (cause.code === "EEXIST")
      throw new HubError("BAD_USER_INPUT", "fileExists", { file: target, option: "--out" }, circumstances);
    const values = { place: target, reason: String(cause.code) };
    throw new HubError("BAD_USER_INPUT", "notWritable", values, circumstances);
  };
