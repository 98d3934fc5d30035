import { type Observation, observationCode } from "../../domain/indicators/observation";
import { codeSpellings } from "../../domain/kit/code-spellings";
import { HubError } from "../../domain/kit/errors";
import type { SourceRef } from "../../domain/kit/source-ref";
import { codecs } from "../../storage/records/codecs";
import type { RecordRef } from "../../storage/records/history.repository";
import { type Known, knownCode, stateOf } from "./known-code";
import type { Loaders } from "./loaders";
import type { QueryContext } from "./query-context";

/** A record as it is now, or as the hub knew it at a moment; `null` if there was none. */
export const recordAsOf = <T>(
  ref: RecordRef,
  asOf: Date | null | undefined,
  load: () => Promise<T | null>,
  { loaders, repositories }: QueryContext,
): Promise<T | null> =>
  asOf ? loadThen(repositories.history.asOf<T & object>(ref, asOf.toISOString()), asOf, loaders) : load();

/** Notes the moment of a record, so that its sources are those of that moment. */
async function loadThen<T extends object>(
  found: Promise<T | null>,
  asOf: Date,
  { moments }: Pick<Loaders, "moments">,
): Promise<T | null> {
  const record = await found;
  if (record !== null) moments.note(record, asOf.toISOString());
  return record;
}

interface Sourced {
  readonly sourceCodes: readonly string[];
}

/**
 * The sources of a record as they are now, or as they were at the moment for which it was asked. Of a source with several files
 * in parts it is the file that last changed the record: a later one may lack it.
 */
export const sourcesOf = async (
  type: RecordRef["type"],
  record: Sourced | (Sourced & Observation),
  { loaders }: Pick<QueryContext, "loaders">,
): Promise<SourceRef[]> => {
  const asked = loaders.moments.of(record);
  const code = "code" in record ? String(record.code) : "period" in record ? observationCode(record) : null;
  const sources = record.sourceCodes.map(async (source) => {
    const then = (instant: string) => loaders.sourceRefThen.load({ code: source, instant });
    const last = await (asked === null ? loaders.sourceRef.load(source) : then(asked));
    if (last?.earlierFiles !== true || code === null) return last;
    const written = await loaders.writtenBy.load({ ref: { type, code }, source, at: asked });
    return written === null ? last : then(written);
  });
  return (await Promise.all(sources)).filter((source) => source !== null);
};

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
  const then = (of: string): Promise<object | null> =>
    loadThen(repositories.history.asOf<object>({ type, code: of }, instant), asOf, loaders);
  const found = await then(asTyped);
  if (found !== null) return found;
  const isRetired = (await stateOf(loaders, name, asTyped)) !== null;
  const { code } = isRetired ? { code: asTyped } : await knownCode(loaders, name, "code", typed);
  const record = code === asTyped ? null : await then(code);
  if (record !== null) return record;
  const state = await stateOf(loaders, name, code);
  const since = state !== null && state.createdAt > instant ? state.createdAt : null;
  throw new HubError(
    "UNKNOWN_CODE",
    "notThen",
    { list: codecs[name].plural, code, instant, since },
    { where: "asOf" },
  );
}
