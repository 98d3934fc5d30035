import { limits } from "../../domain/kit/limits";
import type { LocalizedText } from "../../domain/kit/localized-text";
import { refreshBatch } from "../../projections/refresh";
import type { Table } from "../../storage/engine/table";
import type { ImportedKeys } from "../../storage/imports/imported-keys";
import type { HubRecord } from "../../storage/records/hub-record";
import { type Retired, type RetireOptions, retireAll } from "../../storage/records/retire";
import { type Deletes, noDeletes } from "../report/report";

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
    return { ...noDeletes, refused: true, message: tooLong(limits.importDeletes.records) };
  const before = await given.before();
  const missing = given.missing(before);
  const refusal = !complete
    ? notComplete(missing.length)
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
  await given.add(retired.filter(({ outcome }) => outcome === "SHARED" || outcome === "CHANGED"));
  await given.commit();
  const shared = count("SHARED");
  const message = shared === 0 ? null : sharedMessage(shared);
  return { missing: missing.length, deleted: count("DELETED"), shared, refused: false, message };
}

/** Also of records that a killed run retired before its projections were updated. */
const leftBehind = (retired: readonly Retired[]): HubRecord[] =>
  retired.flatMap(({ type, record, outcome }) =>
    record !== null && (outcome === "DELETED" || outcome === "GONE") ? [{ type, record } as HubRecord] : [],
  );

const notComplete = (missing: number): LocalizedText => ({
  it: `${missing} record non sono più nel file, ma non tutte le sue righe sono leggibili: nulla è stato eliminato.`,
  en: `${missing} records are no longer in the file, but not all of its rows could be read: nothing was deleted.`,
});

function tooMany(missing: number, before: number, allowed: number): LocalizedText {
  const [lost, most] = [missing / before, allowed].map((share) => `${Math.round(share * 1000) / 10} %`);
  return {
    it: `Il file non contiene più ${missing} dei ${before} record di prima (${lost}); se ne eliminano al massimo il ${most}. Nulla è stato eliminato. Se le eliminazioni sono corrette: --allow-deletes ${missing / before > 0.99 ? 1 : Math.ceil((missing / before) * 100) / 100}.`,
    en: `The file no longer holds ${missing} of the ${before} records of before (${lost}); at most ${most} are deleted. Nothing was deleted. If that is right: --allow-deletes ${missing / before > 0.99 ? 1 : Math.ceil((missing / before) * 100) / 100}.`,
  };
}

const tooLong = (most: number): LocalizedText => ({
  it: `Il file contiene più di ${most} record: i record mancanti non sono noti e nulla è stato eliminato. Dividere la fonte, o dichiararla PARTIAL.`,
  en: `The file gives more than ${most} records: what it lacks is not known, and nothing was deleted. Split the source, or declare it PARTIAL.`,
});

const sharedMessage = (shared: number): LocalizedText => ({
  it: `${shared} record non sono più nel file ma li riporta anche un'altra fonte: restano.`,
  en: `${shared} records are no longer in the file but another source also states them: they stay.`,
});
