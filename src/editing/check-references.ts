import { HubError } from "../domain/kit/errors";
import {
  type GivenCode,
  givenCodes,
  type Reference,
  type ReferredType,
  referredTypes,
} from "../domain/kit/reference";
import type { TableRepositories } from "../storage";

/**
 * Looks up each code that an edit adds to a record, in one batched read per type of record. Codes from before the edit are
 * not looked up: they may come from an import, and an editor cannot correct those.
 * @param before the record before the edit; a blank one for a new record.
 * @throws HubError UNKNOWN_CODE for the first code without a record, or of a record that was merged into another.
 */
export async function checkReferences(
  before: object,
  record: object,
  references: readonly Reference[],
  repositories: TableRepositories,
): Promise<void> {
  const known = new Set(givenCodes(before, references).map(placeOf));
  const added = givenCodes(record, references).filter((given) => !known.has(placeOf(given)));
  const found = await recordsOf(added, repositories);
  for (const given of added) {
    const { type, code, taxonomy } = given;
    const named = found.get(type)?.get(code) ?? null;
    const where = { where: `fields.${given.field}` };
    if (named === null)
      throw new HubError("UNKNOWN_CODE", "unknown", { list: type, code, suggestions: [] }, where);
    if (named.code !== code)
      throw new HubError("UNKNOWN_CODE", "merged", { code, successor: named.code }, where);
    if (taxonomy !== null && named.taxonomy !== taxonomy)
      throw new HubError("UNKNOWN_CODE", "otherTaxonomy", { code, taxonomy }, where);
  }
}

/** Equal for a code that moved within the same list. */
const placeOf = ({ path, code }: GivenCode): string => `${path} ${code}`;

interface Named {
  readonly code: string;
  readonly taxonomy?: string;
}

/** The records of the codes, by type and code. */
async function recordsOf(
  given: readonly GivenCode[],
  repositories: TableRepositories,
): Promise<ReadonlyMap<ReferredType, ReadonlyMap<string, Named | null>>> {
  const read = referredTypes.map(async (type) => {
    const codes = [...new Set(given.filter((one) => one.type === type).map(({ code }) => code))];
    const records: readonly (Named | null)[] =
      codes.length === 0 ? [] : await repositories[type].byCodes(codes);
    return [type, new Map(codes.map((code, i) => [code, records[i] ?? null]))] as const;
  });
  return new Map(await Promise.all(read));
}
