import { z } from "zod";
import { group, list } from "../kit/field";
import type { Holiday } from "./holidays";
import { type Schedule, scheduleRecord } from "./schedule";
import { unparsedText } from "./unparsed-text";

const openingStates = ["OPEN", "CLOSED", "UNKNOWN"] as const;
export type OpeningState = (typeof openingStates)[number];

/** Why an answer is what it is. */
const openingReasons = [
  /** UNKNOWN: a closure is stated whose days are not certain, and usual hours would be open. */
  "CLOSURE_UNREADABLE",
  /** UNKNOWN: a public holiday on which usual hours would be open; the source does not say what it does to them. */
  "HOLIDAY_NOT_STATED",
  /** UNKNOWN: hours are stated, but there is a reason to doubt that they are those of the place. */
  "HOURS_DOUBTFUL",
  /** UNKNOWN: hours of that day are stated but not understood. */
  "HOURS_UNREADABLE",
  /** UNKNOWN: no usual hours are known at all. */
  "NO_HOURS",
  /** UNKNOWN: usual hours are known, but for other dates. */
  "NO_HOURS_FOR_DATE",
  /** UNKNOWN: no hours of the service at this place are known; the place may have hours of its own. */
  "NO_HOURS_OF_SERVICE",
  /** CLOSED: usual hours of that date are known and the moment is outside of them. */
  "OUTSIDE_WEEKLY_HOURS",
  /** OPEN: an exceptional opening is stated. */
  "SPECIAL_OPENING",
  /** CLOSED: a closure is stated. */
  "STATED_CLOSURE",
  /** UNKNOWN: words that may concern that date are not understood. */
  "TEXT_UNREADABLE",
  /** OPEN: usual hours, and the closures are known. */
  "WEEKLY_HOURS",
  /** OPEN: usual hours, but the source does not say on which days the place is closed by exception. */
  "WEEKLY_HOURS_CLOSURES_NOT_STATED",
] as const;
export type OpeningReason = (typeof openingReasons)[number];

export const openingRules = () =>
  group(
    {
      schedules: list(scheduleRecord.schema),
      unparsed: list(unparsedText),
      /** Whether a source says when the place is closed by exception, be it never. */
      closuresKnown: z.boolean(),
    },
    ({ schedules }, check) =>
      check(new Set(schedules.map(({ timezone }) => timezone)).size <= 1, "", (text) => text.oneZone),
  );

/** All that is known of the hours of one place. */
export type OpeningRules = z.output<ReturnType<typeof openingRules>>;

export interface OpeningOptions {
  /** IANA zone of the place, in which its days begin; every row must be of this zone. */
  readonly timezone: string;
  /** The public holidays that are kept there: those of the country and of the city. */
  readonly holidays: readonly Holiday[];
}

/** Whether a place is open, why that is known or not, and the row that says so (`null` where none does). */
export interface OpeningAnswer {
  readonly state: OpeningState;
  readonly reason: OpeningReason;
  readonly rule: Schedule | null;
}
