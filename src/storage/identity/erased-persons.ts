import { createHmac, randomBytes } from "node:crypto";
import type { PersonTerm, PersonTerms } from "../../domain/identity/person-terms";
import { distinctSorted } from "../../domain/kit/distinct";
import type { Table } from "../engine/table";
import { keys } from "../records/keys";

/** Keyed hashes of persons who were erased, so that no import brings them back. Nothing leads from them to the persons. */
interface Stored {
  /** Random, of this hub: without it nobody can try names and numbers. */
  readonly key: string;
  /** `<kind> <words of a name> <HMAC-SHA-256>` */
  readonly hashes: readonly string[];
}

const attempts = 5;

/** The persons who were erased; `null` if there are none. */
export async function erasedPersons(table: Table): Promise<PersonTerms | null> {
  const stored = (await table.get(keys.erasedPersons(), true)) as unknown as Stored | null;
  return stored && termsOf(stored);
}

/** Remembers the terms of a person. Doing it twice has no effect. */
export async function rememberErased(table: Table, terms: readonly PersonTerm[]): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const before = (await table.get(keys.erasedPersons(), true)) as unknown as
      | (Stored & { count: number })
      | null;
    const key = before?.key ?? randomBytes(32).toString("base64url");
    const hashes = distinctSorted([...(before?.hashes ?? []), ...terms.map((term) => hashOf(key, term))]);
    const set = { key, hashes, count: hashes.length };
    try {
      await table.update(keys.erasedPersons(), { set, when: { count: before?.count } });
      return;
    } catch (error) {
      if (attempt === attempts) throw error;
      await table.pause(attempt);
    }
  }
}

function termsOf({ key, hashes }: Stored): PersonTerms {
  const known = new Set(hashes);
  const lengths = hashes.flatMap((hash) => (hash.startsWith("NAME ") ? [Number(hash.split(" ")[1])] : []));
  return { has: (term) => known.has(hashOf(key, term)), nameLengths: [...new Set(lengths)] };
}

const hashOf = (key: string, { kind, term }: PersonTerm): string =>
  `${kind} ${kind === "NAME" ? term.split(" ").length : 1} ${createHmac("sha256", key)
    .update(`${kind} ${term}`)
    .digest("base64url")}`;
