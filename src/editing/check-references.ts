import { HubError } from "../domain/kit/errors";
import {
  type GivenCode,
  givenCodes,
  type Reference,
  type ReferredType,
  referredTypes,
} from "../domain/kit/reference";
import type { Repositories } from "../storage";

/**
 * Looks up each code that an edit adds to a record, in one batched read for each type of record. Codes that were in it
 * before the edit are not looked up: they may be those of an import, which an editor cannot correct.
 * @param before the record before the edit; a blank one for a new record.
 * @throws HubError UNKNOWN_CODE for the first code that names nothing, or a record that was merged into another.
 */
export async function checkReferences(
  before: object,
  record: object,
  references: readonly Reference[],
  repositories: Repositories,
): Promise<void> {
  const known = new Set(givenCodes(before, references).map(placeOf));
  const added = givenCodes(record, references).filter((given) => !known.has(placeOf(given)));
  const found = await recordsOf(added, repositories);
  for (const given of added) {
    const { type, code, taxonomy } = given;
    const named = found.get(type)?.get(code) ?? null;
    if (named === null) throw unknownCode(given);
    if (named.code !== code) throw mergedCode(given, named.code);
    if (taxonomy !== null && named.taxonomy !== taxonomy) throw otherTaxonomy(given, taxonomy);
  }
}

/** The same for a code that stands in another place of the same list. */
const placeOf = ({ path, code }: GivenCode): string => `${path} ${code}`;

interface Named {
  readonly code: string;
  readonly taxonomy?: string;
}

/** What the codes name, by type and code. */
async function recordsOf(
  given: readonly GivenCode[],
  repositories: Repositories,
): Promise<ReadonlyMap<ReferredType, ReadonlyMap<string, Named | null>>> {
  const read = referredTypes.map(async (type) => {
    const codes = [...new Set(given.filter((one) => one.type === type).map(({ code }) => code))];
    const records: readonly (Named | null)[] =
      codes.length === 0 ? [] : await repositories[type].byCodes(codes);
    return [type, new Map(codes.map((code, i) => [code, records[i] ?? null]))] as const;
  });
  return new Map(await Promise.all(read));
}

/** How errors name a type, and where its codes are listed. */
const words: { readonly [T in ReferredType]: readonly [en: string, it: string, list: string] } = {
  actions: [
    "No action",
    "Nessuna azione",
    "{ strategies { nodes { actions { nodes { code name { it } } } } } }",
  ],
  areas: ["No area", "Nessuna area", "{ areas { nodes { code name } } }"],
  centres: ["No centre", "Nessun centro", "{ centres { nodes { code name } } }"],
  expenditures: [
    "No expenditure",
    "Nessuna spesa",
    "{ strategies { nodes { expenditures { nodes { code } } } } }",
  ],
  indicators: ["No indicator", "Nessun indicatore", "{ indicators { nodes { code name { it } } } }"],
  organizations: ["No organisation", "Nessuna organizzazione", "{ organizations { nodes { code name } } }"],
  services: ["No service", "Nessun servizio", "{ services { nodes { code name { it } } } }"],
  strategies: ["No strategy", "Nessuna strategia", "{ strategies { nodes { code name { it } } } }"],
  taxonomyTerms: ["No term", "Nessun termine", "{ taxonomyTerms { nodes { code name { it } } } }"],
};

const quoted = (code: string): string => JSON.stringify(code.slice(0, 80));

function unknownCode({ type, code, field }: GivenCode): HubError {
  const [en, it, list] = words[type];
  return new HubError("UNKNOWN_CODE", {
    message: `${en} has the code ${quoted(code)}.`,
    messageIt: `${it} ha il codice ${quoted(code)}.`,
    hint: `Look the code up with ${list}.`,
    where: field,
  });
}

const mergedCode = ({ code, field }: GivenCode, successor: string): HubError =>
  new HubError("UNKNOWN_CODE", {
    message: `${quoted(code)} was merged into ${quoted(successor)}.`,
    messageIt: `${quoted(code)} è stato unito a ${quoted(successor)}.`,
    hint: `Give the code ${quoted(successor)}.`,
    where: field,
  });

const otherTaxonomy = ({ code, field }: GivenCode, taxonomy: string): HubError =>
  new HubError("UNKNOWN_CODE", {
    message: `${quoted(code)} is not a term of the taxonomy ${taxonomy}.`,
    messageIt: `${quoted(code)} non è un termine della tassonomia ${taxonomy}.`,
    hint: `Look the code up with { taxonomyTerms(filter: { taxonomy: "${taxonomy}" }) { nodes { code name { it } } } }.`,
    where: field,
  });
