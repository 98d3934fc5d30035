import { repair, verify } from "../projections/refresh";
import type { Table } from "../storage/engine/table";
import { migrateRecords } from "../storage/records/form";
import type { Log } from "./log";

/** What a new release did with what former ones stored. */
export interface ReleaseReport {
  /** Records that were written in the form of this release. */
  readonly migrated: number;
  /** Items that were rebuilt or published again. */
  readonly rebuilt: number;
  /** What still differs. */
  readonly drifts: number;
}

const mostNamed = 100;

/**
 * After a deployment: writes records of an older form again, rebuilds what follows from records and publishes what differs, and
 * verifies. Readers get the version before until the new one is complete. It may run at any time and again.
 * @throws Error if something still differs, so that its alarm rings.
 */
export const releaseHandler =
  ({ table, log }: { readonly table: Table; readonly log: Log }) =>
  async (): Promise<ReleaseReport> => {
    const migrated = await migrateRecords(table, table.clock());
    const { refreshed, repaired } = await repair(table, table.clock());
    const { drifts, unreadable } = await verify(table);
    for (const { key, reason } of unreadable.slice(0, mostNamed))
      log({ level: "error", message: `UNREADABLE ${key.pk} ${key.sk}: ${reason}` });
    for (const { drift, scope, document } of drifts.slice(0, mostNamed))
      log({ level: "error", message: `${drift} ${scope} ${document}` });
    const rebuilt = repaired + refreshed.reduce((sum, { written }) => sum + written, 0);
    const report: ReleaseReport = { migrated, rebuilt, drifts: drifts.length };
    log({ level: "info", message: "The release took over what is stored.", ...report });
    if (drifts.length > 0)
      throw new Error(
        `After the release ${drifts.length} stored items differ from the records: see the log.`,
      );
    return report;
  };
