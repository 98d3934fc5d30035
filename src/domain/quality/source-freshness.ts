import { lastDay } from "../kit/dates";
import type { LocalizedText } from "../kit/localized-text";
import type { SourceRef } from "../kit/source-ref";
import type { UpdateFrequency } from "../kit/update-frequency";
import { daysBetween } from "../schedule/calendar-day";
import type { ImportRun } from "./import-run";

const freshnessStates = ["FRESH", "LATE", "UNKNOWN"] as const;
export type FreshnessState = (typeof freshnessStates)[number];

/** Whether what the hub holds of a source is as new as it should be. */
export interface SourceFreshness {
  readonly state: FreshnessState;
  readonly reason: LocalizedText;
  /** The instant that was judged by, ISO 8601 UTC. */
  readonly at: string;
  readonly lastRun: ImportRun | null;
  readonly lastSuccessfulRun: ImportRun | null;
  /** Whole days since the publisher last changed the data; `null` where it does not say when. */
  readonly ageDays: number | null;
  /** Whole days since the hub last took the file over, changed or not; `null` where no import did. */
  readonly daysSinceRead: number | null;
}

/** Days after which data that is renewed so often is late: the longest period of the calendar and a quarter of it. */
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

/** Nothing is guessed: without a frequency, a date or an import the answer is UNKNOWN and says why. */
export function sourceFreshness({
  source,
  lastRun,
  lastSuccessfulRun,
  at,
}: FreshnessQuestion): SourceFreshness {
  // By the last day that the date can mean: nothing is called late that may be in time.
  const ageDays = source.modified === null ? null : wholeDaysBetween(lastDay(source.modified), at);
  const readAt = lastSuccessfulRun?.startedAt ?? null;
  const daysSinceRead = readAt === null ? null : wholeDaysBetween(readAt, at);
  const [state, reason] = judge(source.updateFrequency ?? "UNKNOWN", ageDays, daysSinceRead);
  return { state, reason, at, lastRun, lastSuccessfulRun, ageDays, daysSinceRead };
}

type Judgement = readonly [FreshnessState, LocalizedText];

function judge(frequency: UpdateFrequency, age: number | null, sinceRead: number | null): Judgement {
  const limit = lateAfterDays[frequency];
  if (limit === null) {
    return frequency === "IRREGULAR"
      ? unknown("La fonte non ha una scadenza fissa.", "The source is renewed at no fixed times.")
      : unknown(
          "Non si sa ogni quanto la fonte è aggiornata.",
          "How often the source is renewed is not known.",
        );
  }
  if (sinceRead === null)
    return unknown("Nessuna importazione l'ha ancora letta.", "No import has taken it over yet.");
  if (sinceRead > limit)
    return late(
      `L'hub non la legge da ${sinceRead} giorni; dovrebbe farlo entro ${limit}.`,
      `The hub has not read it for ${sinceRead} days; it should within ${limit}.`,
    );
  if (age === null)
    return unknown(
      "La fonte non dice quando è stata aggiornata.",
      "The source does not say when it was renewed.",
    );
  if (age > limit)
    return late(
      `La fonte non è aggiornata da ${age} giorni; è attesa entro ${limit}.`,
      `The source was not renewed for ${age} days; it is expected within ${limit}.`,
    );
  return [
    "FRESH",
    {
      it: `Aggiornata da ${age} giorni, attesa entro ${limit}; letta da ${sinceRead} giorni.`,
      en: `Renewed ${age} days ago, expected within ${limit}; read ${sinceRead} days ago.`,
    },
  ];
}

const unknown = (it: string, en: string): Judgement => ["UNKNOWN", { it, en }];
const late = (it: string, en: string): Judgement => ["LATE", { it, en }];

/** Never below 0: a source may say that it was changed today, and the hub's clock is in another zone. */
const wholeDaysBetween = (from: string, to: string): number => Math.max(0, Math.floor(daysBetween(from, to)));
