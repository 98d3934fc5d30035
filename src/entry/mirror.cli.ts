import { hubFiles } from "../mirror/hub-files";
import { mirror } from "../mirror/mirror";
import { type CommandContext, commandOf, exitCodes, runProcess } from "./end-with";

interface Options {
  readonly from: string;
  readonly to: string;
}

/**
 * `npm run mirror -- --from <hub> --to <folder>`: copies the data of a hub, and keeps the copy up to date when it is run again.
 * @param args without the first two of Node.
 * @returns the exit code.
 */
async function mirrorCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const description =
    "Copies the data of a hub to a folder. Run it again and again: then only changes are sent.";
  const { from, to } = commandOf("mirror", description, context)
    .requiredOption("--from <address>", "address of the hub, for example https://data.example.org/")
    .requiredOption("--to <folder>", "folder of the copy, with a file of NDJSON for each set")
    .parse(args, { from: "user" })
    .opts<Options>();
  const { isWhole, changes } = await mirror(hubFiles(from.replace(/\/?$/, "/")), to);
  context.out(
    isWhole
      ? `Copied everything to ${to}, and ${changes} changes since.\n`
      : `Applied ${changes} changes to ${to}.\n`,
  );
  return exitCodes.done;
}

if (require.main === module) runProcess(mirrorCommand);
