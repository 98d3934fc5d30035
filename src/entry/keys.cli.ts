import "./quiet-sdk";
import { readEnv } from "../app/env";
import { openTable } from "../app/open-table";
import { type ApiKey, keyLifetimeDays, keyOverlapDays, stateOfKey } from "../domain/identity/api-key";
import { operator } from "../domain/identity/caller";
import { textOfScope } from "../domain/identity/scope";
import { createKeyIssuer, type IssuedKey, type KeyIssuer } from "../editing/identity/key-issuer";
import { allNodes } from "../storage/engine/page";
import { type CommandContext, commandOf, endWith, exitCodes, runProcess } from "./end-with";
import { readScopes, scopesOption } from "./scopes-option";

interface Wish {
  readonly organization: string;
  readonly scopes: string;
  readonly label: string;
  readonly days: string;
}

/**
 * `npm run keys -- create | list | rotate | revoke`: the keys of callers, also beside a running hub. The first key of an admin
 * comes from here; later ones also from mutations.
 * @param args without the first two of Node.
 * @returns the exit code.
 */
export async function keysCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const { out, err } = context;
  const now = context.now().toISOString();
  const order = { by: operator, now };

  async function withKeys(work: (keys: KeyIssuer) => Promise<string>): Promise<void> {
    const { table, close } = await openTable(readEnv(context.variables), { share: false, patient: true });
    const text = await work(createKeyIssuer(table)).finally(() => close().catch(() => undefined));
    out(`${text}\n`);
  }

  const program = commandOf(
    "keys",
    "Keys for callers of the hub. The hub stores only their hashes.",
    context,
  );
  program
    .command("create")
    .description("creates a key, and prints it once")
    .requiredOption("--organization <code>", "organisation in whose name the key acts")
    .requiredOption(...scopesOption)
    .requiredOption("--label <text>", "purpose of the key")
    .option("--days <number>", "days until it expires", String(keyLifetimeDays.usual))
    .action(({ organization: organizationCode, scopes, label, days }: Wish) =>
      withKeys(async (keys) => {
        const wish = { organizationCode, scopes: readScopes(scopes), label, lifetimeDays: Number(days) };
        return shownOnce(await keys.create(wish, order));
      }),
    );
  program
    .command("list")
    .description("lists keys, without their secret part")
    .option("--organization <code>", "only the keys of this organisation")
    .action(({ organization = null }: { readonly organization?: string | null }) =>
      withKeys(async (keys) => {
        const all = await allNodes((page) => keys.page(organization, operator, page));
        return all.length === 0 ? "There are no keys." : all.map((key) => lineOf(key, now)).join("\n");
      }),
    );
  program
    .command("rotate <id>")
    .description(`creates a key with the same rights; the old one ends after ${keyOverlapDays} days`)
    .action((id: string) => withKeys(async (keys) => shownOnce(await keys.rotate(id, order))));
  program
    .command("revoke <id>")
    .description("ends a key at once")
    .action((id: string) => withKeys(async (keys) => lineOf(await keys.revoke(id, order), now)));
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCodes.done;
  } catch (error) {
    return endWith(error, err);
  }
}

const shownOnce = ({ key, text }: IssuedKey): string =>
  [
    `Key:         ${text}`,
    `To be sent:  authorization: Bearer ${text}`,
    `Id:          ${key.id}, of ${key.organizationCode}, until ${key.expiresAt}`,
    "Store it now: the hub keeps only its hash.",
  ].join("\n");

const lineOf = (key: ApiKey, now: string): string =>
  [
    key.id,
    stateOfKey(key, now),
    key.organizationCode,
    key.scopes.map(textOfScope).join(","),
    `until ${key.expiresAt.slice(0, 10)}`,
    `used ${key.lastUsedOn ?? "never"}`,
    key.label,
  ].join("  ");

if (require.main === module) runProcess(keysCommand);
