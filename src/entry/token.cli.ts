import { readEnv } from "../app/env";
import { developmentToken } from "../app/identity/development-token";
import { HubError } from "../domain/kit/errors";
import { type CommandContext, commandOf, exitCodes, runProcess } from "./end-with";
import { readScopes, scopesOption } from "./scopes-option";

interface Options {
  readonly organization?: string;
  readonly scopes: string;
  readonly hours: string;
}

/**
 * `npm run token -- --scopes <scopes>`: a token for development, which the hub on the same data folder accepts. It works offline.
 * @param args without the first two of Node.
 * @returns the exit code.
 */
export async function tokenCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const { organization, scopes, hours } = commandOf("token", "Prints a token for development.", context)
    .option("--organization <code>", "organisation in whose name the caller acts")
    .requiredOption(...scopesOption)
    .option("--hours <number>", "hours until it expires", "8")
    .parse(args, { from: "user" })
    .opts<Options>();
  const { engine } = readEnv(context.variables);
  if (engine.kind !== "embedded") throw new HubError("BAD_USER_INPUT", "developmentOnly");
  const token = await developmentToken(engine.dataDir, {
    organizationCode: organization ?? null,
    scopes: readScopes(scopes),
    hours: Number(hours),
  });
  context.out(`${token}\n`);
  return exitCodes.done;
}

if (require.main === module) runProcess(tokenCommand);
