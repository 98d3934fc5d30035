import { limits } from "../../domain/kit/limits";
import type { BothLanguages } from "../../domain/kit/messages/both-languages";
import type { Centre } from "../../domain/places/centre";
import { withoutKindsOf } from "../../domain/places/foreign-kinds";
import { refreshBatch } from "../../projections/refresh";
import type { Table } from "../../storage/engine/table";
import type { ImportedKeys } from "../../storage/imports/imported-keys";
import { codecs } from "../../storage/records/codecs";
import type { HubRecord } from "../../storage/records/hub-record";
import { type Retired, type RetireOptions, retireAll } from "../../storage/records/retire";
import { saveAll } from "../../storage/records/save";
import { type Deletes, noDeletes } from "../report/report";
import { runNote } from "./run-note";

export interface DeleteOptions extends Omit<RetireOptions, "reason"> {
  readonly sourceCode: string;
  /** Whether every row of the file could be read: an unreadable one may contain what seems to be missing. */
  readonly complete: boolean;
  /** Share of the source's earlier records that may be deleted at once. */
  readonly allowed: number;
}

/**
 * Retires records that are missing in a complete file, if that is plausible, and stores the new list of keys. Missing
 * records that stay remain in the list, so that the next import checks them again.
 */
export async function deleteMissing(
  table: Table,
  given: ImportedKeys,
  options: DeleteOptions,
): Promise<Deletes> {
  const { sourceCode, complete, allowed } = options;
  if (!given.isWhole())
    return {
      ...noDeletes,
      refused: true,
      message: runNote("tooLong", { most: limits.importDeletes.records }),
    };
  const before = await given.before();
  const missing = given.missing(before);
  const refusal = !complete
    ? runNote("notComplete", { missing: missing.length })
    : missing.length > limits.importDeletes.always && missing.length > allowed * before.length
      ? tooMany(missing.length, before.length, allowed)
      : null;
  if (missing.length === 0 || refusal !== null) {
    await given.add(missing);
    await given.commit();
    const refused = missing.length > 0 && complete;
    return { ...noDeletes, missing: missing.length, refused, message: missing.length > 0 ? refusal : null };
  }
  const reason = `No longer in the complete file of ${sourceCode}.`;
  const retired = await retireAll(table, missing, { ...options, reason });
  const count = (wanted: Retired["outcome"]): number =>
    retired.filter(({ outcome }) => outcome === wanted).length;
  if (!options.dryRun) await refreshBatch(table, leftBehind(retired), options);
  const withdrawn = await withdrawKinds(table, retired, options);
  const stays = ({ code, outcome }: Retired): boolean =>
    outcome === "CHANGED" || (outcome === "SHARED" && !withdrawn.has(code));
  await given.add(retired.filter(stays));
  await given.commit();
  const shared = count("SHARED");
  const message = shared === 0 ? null : runNote("shared", { shared });
  return { missing: missing.length, deleted: count("DELETED"), shared, refused: false, message };
}

/** Takes out of centres of other sources what this one no longer says about their kinds. */
async function withdrawKinds(
  table: Table,
  retired: readonly Retired[],
  options: DeleteOptions,
): Promise<ReadonlySet<string>> {
  const left = retired.flatMap(({ type, record, outcome }) =>
    type === "centre" && outcome === "SHARED" && record !== null
      ? (withoutKindsOf(record as Centre, options.sourceCode) ?? [])
      : [],
  );
  await saveAll(table, codecs.centre, left, options);
  return new Set(left.map(({ code }) => code));
}

/** Also of records that a killed run retired before its projections were updated. */
const leftBehind = (retired: readonly Retired[]): HubRecord[] =>
  retired.flatMap(({ type, record, outcome }) =>
    record !== null && (outcome === "DELETED" || outcome === "GONE") ? [{ type, record } as HubRecord] : [],
  );

/** The share that this deletion needs is rounded up, so that it is enough. */
function tooMany(missing: number, before: number, allowed: number): BothLanguages {
  const needed = missing / before > 0.99 ? 1 : Math.ceil((missing / before) * 100) / 100;
  return runNote("tooMany", { missing, before, allowed, needed });
}
