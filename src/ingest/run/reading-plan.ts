import { daysBetween } from "../../domain/schedule/calendar-day";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import type { FileStore } from "../../storage/files/file-store";
import type { LastRuns } from "../../storage/imports/import-run.repository";
import { isFromInbox, newestUpload } from "../acquire/inbox";
import type { Source } from "../kit/source";
import { readAgainAfterDays } from "./reading-times";

/** Why the hub does not read a source this night. */
export type NotRead = "NOTHING_NEW" | "NOT_DUE" | "NO_FILE_YET";

/** What a night does with a source: `null` if it reads it. */
export interface PlannedSource {
  readonly source: Source;
  readonly notRead: NotRead | null;
}

interface PlanParts {
  readonly table: Table;
  /** `null` for a hub without an inbox. */
  readonly inbox: FileStore | null;
  readonly now: Date;
}

/**
 * What a night does with every source that comes to the hub by itself: one with an address is read when it is time, and one of the inbox
 * if it has a file that no import has read, because its event was lost or its import was killed.
 */
export async function planNight(
  sources: readonly Source[],
  { table, inbox, now }: PlanParts,
): Promise<readonly PlannedSource[]> {
  const read = sources.filter(({ origin, ref }) => origin && !ref.synthetic);
  const runs = await tableRepositories(table).importRuns.lastOf(read.map(({ ref }) => ref.code));
  return Promise.all(
    read.map(async (source, i) => ({
      source,
      notRead: isFromInbox(source)
        ? await inboxNeed(source, runs[i]!.lastRun, inbox)
        : isDue(source, runs[i]!, now)
          ? null
          : "NOT_DUE",
    })),
  );
}

function isDue({ ref }: Source, { lastSuccessfulRun }: LastRuns, now: Date): boolean {
  if (lastSuccessfulRun === null) return true;
  const days = daysBetween(lastSuccessfulRun.startedAt, now.toISOString());
  // Half a day less: nights do not begin at the same second.
  return days >= readAgainAfterDays[ref.updateFrequency ?? "UNKNOWN"] - 0.5;
}

async function inboxNeed(
  source: Source,
  lastRun: LastRuns["lastRun"],
  inbox: FileStore | null,
): Promise<NotRead | null> {
  const newest = inbox && (await newestUpload(inbox, source));
  if (newest === null) return "NO_FILE_YET";
  const isOver = lastRun !== null && !["INTERRUPTED", "RUNNING"].includes(lastRun.status);
  return isOver && Date.parse(lastRun.startedAt) >= newest.storedAt ? "NOTHING_NEW" : null;
}
