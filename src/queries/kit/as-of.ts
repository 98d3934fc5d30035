import { type Observation, observationCode } from "../../domain/indicators/observation";
import { codeSpellings } from "../../domain/kit/code-spellings";
import { HubError } from "../../domain/kit/errors";
import type { SourceRef } from "../../domain/kit/source-ref";
import { codecs } from "../../storage/records/codecs";
import type { RecordRef } from "../../storage/records/record-state";
import { type Known, knownCode, stateOf } from "./known-code";
import type { Live } from "./live";
import type { QueryContext } from "./query-context";

/** A record as it is now, or as the hub knew it at a moment; `null` if there was none. */
export const recordAsOf = <T>(
  ref: RecordRef,
  asOf: Date | null | undefined,
  load: () => T | null,
  { live }: QueryContext,
): T | null | Promise<T | null> =>
  asOf ? loadThen(live.history.asOf<T & object>(ref, asOf.toISOString()), asOf, live) : load();

/** Notes the moment of a record, so that its sources are those of that moment. */
async function loadThen<T extends object>(
  found: Promise<T | null>,
  asOf: Date,
  { moments }: Pick<Live, "moments">,
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
export function sourcesOf(
  type: RecordRef["type"],
  record: Sourced | (Sourced & Observation),
  { records, live }: Pick<QueryContext, "live" | "records">,
): SourceRef[] | Promise<SourceRef[]> {
  const asked = live.moments.of(record);
  const code = "code" in record ? String(record.code) : "period" in record ? observationCode(record) : null;
  const now = records.sourceRef.all(record.sourceCodes);
  if (asked === null && (code === null || now.every(({ earlierFiles }) => earlierFiles !== true))) return now;
  return sourcesThen({ type, code, sourceCodes: record.sourceCodes, asked }, { records, live });
}

interface AskedSources extends Sourced {
  readonly type: RecordRef["type"];
  readonly code: string | null;
  /** The moment for which the record was asked; `null` for now. */
  readonly asked: string | null;
}

async function sourcesThen(
  { type, code, sourceCodes, asked }: AskedSources,
  { records, live }: Pick<QueryContext, "live" | "records">,
): Promise<SourceRef[]> {
  const sources = sourceCodes.map(async (source) => {
    const then = (instant: string) => live.sourceRefThen.load({ code: source, instant });
    const last = await (asked === null ? records.sourceRef.one(source) : then(asked));
    if (last?.earlierFiles !== true || code === null) return last;
    const written = await live.writtenBy.load({ ref: { type, code }, source, at: asked });
    return written === null ? last : then(written);
  });
  return (await Promise.all(sources)).filter((source) => source !== null);
}

/**
 * A record as the hub knew it at a moment, even if it was retired later.
 * @throws HubError UNKNOWN_CODE, also for a record that did not exist at that moment.
 */
export async function knownAsOf(
  name: Known,
  type: RecordRef["type"],
  typed: string,
  asOf: Date,
  { records, live }: QueryContext,
): Promise<object> {
  const instant = asOf.toISOString();
  const [asTyped = typed] = codeSpellings(typed);
  const then = (of: string): Promise<object | null> =>
    loadThen(live.history.asOf<object>({ type, code: of }, instant), asOf, live);
  const found = await then(asTyped);
  if (found !== null) return found;
  const isRetired = stateOf(records, name, asTyped) !== null;
  const { code } = isRetired ? { code: asTyped } : knownCode(records, name, "code", typed);
  const record = code === asTyped ? null : await then(code);
  if (record !== null) return record;
  const state = stateOf(records, name, code);
  const since = state !== null && state.createdAt > instant ? state.createdAt : null;
  throw new HubError(
    "UNKNOWN_CODE",
    "notThen",
    { list: codecs[name].plural, code, instant, since },
    { where: "asOf" },
  );
}
