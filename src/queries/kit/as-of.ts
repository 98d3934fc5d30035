import { codeSpellings } from "../../domain/kit/code-spellings";
import { HubError } from "../../domain/kit/errors";
import { codecs } from "../../storage/records/codecs";
import type { RecordRef } from "../../storage/records/history.repository";
import { type Known, knownCode, stateOf } from "./known-code";
import type { QueryContext } from "./query-context";

/** A record as it is now, or as the hub knew it at a moment; `null` if there was none. */
export const recordAsOf = <T>(
  ref: RecordRef,
  asOf: Date | null | undefined,
  load: () => Promise<T | null>,
  { repositories }: QueryContext,
): Promise<T | null> => (asOf ? repositories.history.asOf<T>(ref, asOf.toISOString()) : load());

/**
 * A record as the hub knew it at a moment, even if it was retired later.
 * @throws HubError UNKNOWN_CODE, also for a record that did not exist at that moment.
 */
export async function knownAsOf(
  name: Known,
  type: RecordRef["type"],
  typed: string,
  asOf: Date,
  { loaders, repositories }: QueryContext,
): Promise<object> {
  const instant = asOf.toISOString();
  const [asTyped = typed] = codeSpellings(typed);
  const found = await repositories.history.asOf<object>({ type, code: asTyped }, instant);
  if (found !== null) return found;
  const isRetired = (await stateOf(loaders, name, asTyped)) !== null;
  const { code } = isRetired ? { code: asTyped } : await knownCode(loaders, name, "code", typed);
  const record = code === asTyped ? null : await repositories.history.asOf<object>({ type, code }, instant);
  if (record !== null) return record;
  throw new HubError(
    "UNKNOWN_CODE",
    "notThen",
    { list: codecs[name].plural, code, instant },
    { where: "asOf" },
  );
}
