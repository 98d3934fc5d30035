import { operator } from "../../src/domain/identity/caller";
import type { Scope } from "../../src/domain/identity/scope";
import { createKeyIssuer } from "../../src/editing/identity/key-issuer";
import type { Table } from "../../src/storage/engine/table";

export interface TestCaller {
  /** Code of the organisation of the key. */
  readonly organization: string;
  readonly scopes: readonly Scope[];
}

/** The editors of the city of a test: they may change every record. */
export const cityEditor: TestCaller = { organization: "city", scopes: ["REVIEW"] };

const made = new WeakMap<Table, Map<string, Promise<string>>>();

/** A real key in the table of a hub, made with the first question for it. */
export function keyFor(table: Table, { organization, scopes }: TestCaller): Promise<string> {
  const ofTable = made.get(table) ?? new Map<string, Promise<string>>();
  made.set(table, ofTable);
  const label = `${organization} ${scopes.join(" ")}`;
  const known = ofTable.get(label);
  if (known !== undefined) return known;
  const wish = { organizationCode: organization, scopes, label, lifetimeDays: 730 };
  const key = createKeyIssuer(table)
    .create(wish, { by: operator, now: table.clock() })
    .then(({ text }) => text);
  ofTable.set(label, key);
  return key;
}

export const bearing = async (
  table: Table,
  caller: TestCaller,
): Promise<{ readonly authorization: string }> => ({
  authorization: `Bearer ${await keyFor(table, caller)}`,
});
