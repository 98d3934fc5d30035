import { z } from "zod";
import { choice, group, optional } from "../kit/field";

/** Why a piece of text became no schedule row. */
const unparsedReasons = [
  /** The words are not understood. */
  "NOT_UNDERSTOOD",
  /** The source itself says that it does not know. */
  "NOT_STATED",
  /** Hours whose period is not understood: for which days they hold is not known. */
  "PERIOD_UNREADABLE",
] as const;
export type UnparsedReason = (typeof unparsedReasons)[number];

/** What a text is about, and therefore which answers it puts in doubt while it is not understood. */
const scheduleTopics = ["CLOSURES", "HOURS"] as const;
export type ScheduleTopic = (typeof scheduleTopics)[number];

export const unparsedText = group({
  /** Word for word. */
  text: z.string(),
  reason: choice(unparsedReasons),
  about: choice(scheduleTopics),
  /** First day that it can concern; `null` where that is not known. */
  validFrom: optional(z.string()),
  /** Last day that it can concern, included; `null` where that is not known. */
  validTo: optional(z.string()),
});

/** A piece of the source's text that became no row: it is kept, and makes unknown what it could speak of. */
export type UnparsedText = z.output<typeof unparsedText>;
