import { placeNaming } from "../domain/identity/redact";
import { HubError } from "../domain/kit/errors";
import type { Table } from "../storage/engine/table";
import { erasedPersons } from "../storage/identity/erased-persons";

/** Checks what a caller gives, before anything of it is stored. */
export type CheckErased = (given: object) => Promise<void>;

/**
 * Rejects texts that name a person who was erased. An import goes on without the name, because nobody is there to write another text. The
 * caller of a change is: with a mark in its place the text would not be what was meant.
 */
export const erasedCheck =
  (table: Table): CheckErased =>
  async (given) => {
    const terms = await erasedPersons(table);
    const place = terms && placeNaming(given, terms);
    if (place === null) return;
    const where = place.join(".");
    throw new HubError("BAD_USER_INPUT", "erasedPerson", { argument: where }, { where });
  };
