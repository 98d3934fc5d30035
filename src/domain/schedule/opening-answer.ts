import * as z from "zod";
import { group, list, meanings } from "../kit/field";
import type { Holiday } from "./holidays";
import { type Schedule, scheduleRecord, unparsedText } from "./schedule";

const openingStates = ["OPEN", "CLOSED", "UNKNOWN"] as const;
export type OpeningState = (typeof openingStates)[number];

/** The reason for an answer. */
const openingReasons = [
  /** UNKNOWN: the days of a stated closure are not certain, and the usual hours would be open. */
  "CLOSURE_UNREADABLE",
  /** UNKNOWN: a public holiday on which the usual hours would be open; the source does not state the effect. */
  "HOLIDAY_NOT_STATED",
  /** UNKNOWN: hours are stated, but they may not be those of the place. */
  "HOURS_DOUBTFUL",
  /** UNKNOWN: hours of that day are stated but cannot be parsed. */
  "HOURS_UNREADABLE",
  /** UNKNOWN: no usual hours are known. */
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
  /** UNKNOWN: text that may concern that date cannot be parsed. */
  "TEXT_UNREADABLE",
  /** OPEN: usual hours, and the closures are known. */
  "WEEKLY_HOURS",
  /** OPEN: usual hours, but the source does not state exceptional closures. */
  "WEEKLY_HOURS_CLOSURES_NOT_STATED",
] as const;
export type OpeningReason = (typeof openingReasons)[number];

export const openingRules = () =>
  group(
    {
      schedules: list(scheduleRecord.schema),
      unparsed: list(unparsedText),
      /** Whether a source states exceptional closures, even if there are none. */
      closuresKnown: z.boolean(),
    },
    ({ schedules }, check) =>
      check(new Set(schedules.map(({ timezone }) => timezone)).size <= 1, "", (text) => text.oneZone),
  ).register(meanings, { derived: true });

/** All known hours of one place. */
export type OpeningRules = z.output<ReturnType<typeof openingRules>>;

export interface OpeningOptions {
  /** IANA zone of the place, in which its days begin; every row must be in this zone. */
  readonly timezone: string;
  /** The public holidays there: those of the country and of the city. */
  readonly holidays: readonly Holiday[];
}

/** Whether a place is open, the reason, and the decisive row (`null` if there is none). */
export interface OpeningAnswer {
  readonly state: OpeningState;
  readonly reason: OpeningReason;
  readonly rule: Schedule | null;
}
