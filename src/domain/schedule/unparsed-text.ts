import * as z from "zod";
import { choice, group, optional } from "../kit/field";

/** Why a piece of text became no schedule row. */
const unparsedReasons = [
  /** The words cannot be parsed. */
  "NOT_UNDERSTOOD",
  /** The source itself states that it does not know. */
  "NOT_STATED",
  /** Hours with an unparsed period: their days are unknown. */
  "PERIOD_UNREADABLE",
] as const;
export type UnparsedReason = (typeof unparsedReasons)[number];

/** The topic of a text, and therefore the answers that it makes doubtful while unparsed. */
const scheduleTopics = ["CLOSURES", "HOURS"] as const;
export type ScheduleTopic = (typeof scheduleTopics)[number];

export const unparsedText = group({
  /** Verbatim. */
  text: z.string(),
  reason: choice(unparsedReasons),
  about: choice(scheduleTopics),
  /** First day that it can concern; `null` if unknown. */
  validFrom: optional(z.string()),
  /** Last day that it can concern, included; `null` if unknown. */
  validTo: optional(z.string()),
});

/** A piece of the source's text that became no row: it is kept, and makes unknown what it may concern. */
export type UnparsedText = z.output<typeof unparsedText>;
