import { lastDay } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import type { SourceRef } from "../kit/source-ref";
import type { UpdateFrequency } from "../kit/update-frequency";
import { daysBetween } from "../schedule/calendar-day";
import type { ImportRun } from "./import-run";

const freshnessStates = ["FRESH", "LATE", "UNKNOWN"] as const;
export type FreshnessState = (typeof freshnessStates)[number];

/** Whether the data of a source is as new as it should be. */
export interface SourceFreshness {
  readonly state: FreshnessState;
  readonly reason: LocalizedText;
  /** Instant of the judgement, ISO 8601 UTC. */
  readonly at: string;
  readonly lastRun: ImportRun | null;
  readonly lastSuccessfulRun: ImportRun | null;
  /** Whole days beyond the expected frequency, by the reading or the publisher's change, whichever is later; 0 if fresh, `null` if unknown. */
  readonly daysLate: number | null;
  /** Whole days since the publisher's last change; `null` when it does not say. */
  readonly ageDays: number | null;
  /** Whole days since the last import of the file, changed or not; `null` without one. */
  readonly daysSinceRead: number | null;
}

/** Days after which data is late: the longest period of the calendar and a quarter of it. */
const lateAfterDays: Readonly<Record<UpdateFrequency, number | null>> = {
  ANNUAL: 458,
  DAILY: 2,
  IRREGULAR: null,
  MONTHLY: 39,
  QUARTERLY: 115,
  UNKNOWN: null,
  WEEKLY: 9,
};

export interface FreshnessQuestion {
  readonly source: Pick<SourceRef, "code" | "modified" | "updateFrequency">;
  readonly lastRun: ImportRun | null;
  readonly lastSuccessfulRun: ImportRun | null;
  readonly at: string;
}

/** Without a frequency, a date or an import the answer is UNKNOWN and says why. */
export function sourceFreshness({
  source,
  lastRun,
  lastSuccessfulRun,
  at,
}: FreshnessQuestion): SourceFreshness {
  // The last day that the date can mean: data that may be in time is not called late.
  const ageDays = source.modified === null ? null : wholeDaysBetween(lastDay(source.modified), at);
  const readAt = lastSuccessfulRun?.startedAt ?? null;
  const daysSinceRead = readAt === null ? null : wholeDaysBetween(readAt, at);
  const frequency = source.updateFrequency ?? "UNKNOWN";
  const [state, reason] = judge(frequency, ageDays, daysSinceRead);
  const beyond = Math.max(ageDays ?? 0, daysSinceRead ?? 0) - (lateAfterDays[frequency] ?? 0);
  const daysLate = state === "LATE" ? beyond : state === "FRESH" ? 0 : null;
  return { state, reason, at, lastRun, lastSuccessfulRun, daysLate, ageDays, daysSinceRead };
}

type Judgement = readonly [FreshnessState, LocalizedText];

function judge(frequency: UpdateFrequency, age: number | null, sinceRead: number | null): Judgement {
  const limit = lateAfterDays[frequency];
  if (limit === null) {
    return frequency === "IRREGULAR"
      ? unknown("La fonte non ha una scadenza fissa di aggiornamento.", "The source has no fixed schedule.")
      : unknown(
          "La frequenza di aggiornamento della fonte non è nota.",
          "How often the source is updated is not known.",
        );
  }
  if (sinceRead === null)
    return unknown("Nessuna importazione ha ancora letto la fonte.", "No import has read the source yet.");
  if (sinceRead > limit)
    return late(
      `L'hub non legge la fonte da ${sinceRead} giorni; dovrebbe leggerla entro ${limit} giorni.`,
      `The hub has not read the source for ${sinceRead} days; it should within ${limit}.`,
    );
  if (age === null)
    return unknown(
      "La fonte non indica la data dell'ultimo aggiornamento.",
      "The source does not say when it was updated.",
    );
  if (age > limit)
    return late(
      `La fonte non è aggiornata da ${age} giorni; l'aggiornamento è atteso entro ${limit} giorni.`,
      `The source has not been updated for ${age} days; an update is expected within ${limit}.`,
    );
  return [
    "FRESH",
    {
      it: `Aggiornata ${daysAgoIt(age)}, attesa entro ${limit} giorni; letta ${daysAgoIt(sinceRead)}.`,
      en: `Updated ${daysAgo(age)}, expected within ${limit} days; read ${daysAgo(sinceRead)}.`,
    },
  ];
}

const daysAgoIt = (days: number): string =>
  days === 0 ? "meno di un giorno fa" : days === 1 ? "un giorno fa" : `${days} giorni fa`;
const daysAgo = (days: number): string =>
  days === 0 ? "less than a day ago" : days === 1 ? "1 day ago" : `${days} days ago`;

const unknown = (it: string, en: string): Judgement => ["UNKNOWN", { it, en }];
const late = (it: string, en: string): Judgement => ["LATE", { it, en }];

/** Never below 0: a source changed today may be ahead of the hub's clock, which is in another zone. */
const wholeDaysBetween = (from: string, to: string): number => Math.max(0, Math.floor(daysBetween(from, to)));
