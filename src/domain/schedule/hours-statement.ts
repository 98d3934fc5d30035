import type { Weekday } from "./calendar-day";
import type { Lexicon } from "./lexicon";
import type { WrittenPeriod } from "./read-period";
import type { WrittenSpan } from "./read-spans";
import type { Token } from "./tokens";

/** The meaning of a part of the text: tokens `first` to before `next`. */
export type HoursStatement = { readonly first: number; readonly next: number } & (
  | { readonly kind: "PERIODS"; readonly periods: readonly WrittenPeriod[] }
  | { readonly kind: "CLOSED_PERIODS"; readonly periods: readonly WrittenPeriod[] }
  | { readonly kind: "CLOSED_HOLIDAYS" }
  | {
      readonly kind: "DAYS";
      readonly days: readonly Weekday[];
      /** Days whose hours are not certain. */
      readonly doubtful: readonly Weekday[];
      readonly repaired: boolean;
      readonly closed: boolean;
      /** Whether public holidays are closed too, or excepted. */
      readonly closedHolidays: boolean;
      readonly spans: readonly WrittenSpan[];
      /** Whether some of the hours of these days could not be parsed. */
      readonly unread: boolean;
    }
  | { readonly kind: "UNREAD" }
);
export type DaysStatement = HoursStatement & { readonly kind: "DAYS" };

/** A text of hours; dates without a year are of `year`. */
export interface HoursText {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;
  readonly year: number;
}

/** The parts of a statement that most of them lack. */
export const blank = { closed: false, closedHolidays: false, unread: false };
