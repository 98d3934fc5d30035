/** Why nothing is sent to a webhook any more. */
export type WebhookEnd = "CURSOR_EXPIRED" | "FAILURES" | "GONE" | "SWITCHED_OFF";

/** How an attempt ended. */
export type WebhookOutcome = "DELIVERED" | "PRIVATE_ADDRESS" | "REJECTED" | "TIMEOUT" | "UNREACHABLE";

/** What came of one attempt. */
export interface WebhookAnswer {
  readonly outcome: WebhookOutcome;
  /** Of HTTP; `null` without an answer. */
  readonly status: number | null;
  readonly milliseconds: number;
}

/** An attempt that was made. */
export interface WebhookAttempt extends WebhookAnswer {
  readonly messageId: string;
  /** Number of changes in the message; `null` for a test. */
  readonly changes: number | null;
  /** 1 for the first. */
  readonly attempt: number;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/**
 * Changes that are sent together, by their place in the list of changes: their content is read at each attempt, so what was erased
 * meanwhile is not sent.
 */
export interface WebhookMessage {
  /** Stays the same over all attempts, so that a receiver knows a repetition. */
  readonly id: string;
  /** Instants, ISO 8601 UTC. */
  readonly createdAt: string;
  readonly nextAttemptAt: string;
  /** Attempts that were begun. */
  readonly attempts: number;
  /** Cursors of `changes` before and after it; the first is `null` at the beginning of the list. */
  readonly after: string | null;
  readonly cursor: string;
  readonly changes: number;
}

/** A message that was given up after its last attempt: `replayWebhook` sends it again. */
export interface WebhookDeadLetter
  extends Pick<WebhookMessage, "after" | "attempts" | "changes" | "createdAt" | "cursor" | "id"> {
  readonly givenUpAt: string;
  readonly outcome: WebhookOutcome;
  readonly status: number | null;
}

/** How far a webhook is. */
export interface WebhookProgress {
  /** Cursor of `changes`: everything up to it was delivered or given up; `null` at the beginning of the list. */
  readonly cursor: string | null;
  /** The message that is under way. Later changes wait for it, so that they arrive in order. */
  readonly message: WebhookMessage | null;
  /**
   * When the receiver answered a test at this address, ISO 8601 UTC: before that nothing but tests is sent, so that changes do not go to whoever
   * has the address by mistake.
   */
  readonly verifiedAt: string | null;
  /** First failure since the last delivery, ISO 8601 UTC. */
  readonly failingSince: string | null;
  readonly disabledAt: string | null;
  readonly disabledReason: WebhookEnd | null;
  /** The latest attempts, newest first. */
  readonly latestAttempts: readonly WebhookAttempt[];
  /** Newest first. */
  readonly deadLetters: readonly WebhookDeadLetter[];
}

/** An address of an organisation to which changes are sent. */
export interface Webhook<RecordType extends string = string> extends WebhookProgress {
  readonly id: string;
  readonly organizationCode: string;
  readonly url: string;
  /** What it is for, in the words of its organisation. */
  readonly label: string;
  /** As in `changes`: types of records, all if empty, and the code of an area, any if `null`. */
  readonly types: readonly RecordType[];
  readonly areaCode: string | null;
  readonly createdAt: string;
  /** Name of the caller who created it. */
  readonly createdBy: string;
  /** Until when messages are signed with the replaced secret too; `null` if it was never replaced. */
  readonly previousSecretUntil: string | null;
}

export type WebhookState = "ACTIVE" | "DISABLED" | "FAILING" | "UNVERIFIED";

export function stateOfWebhook({ disabledAt, failingSince, verifiedAt }: WebhookProgress): WebhookState {
  if (disabledAt !== null) return "DISABLED";
  if (verifiedAt === null) return "UNVERIFIED";
  return failingSince === null ? "ACTIVE" : "FAILING";
}

export const webhookLimits = {
  /** Webhooks of one organisation. */
  ofOrganization: 5,
  /** Characters of an address. */
  url: 2_000,
  label: { smallest: 1, largest: 100 },
  /** Changes in one message. */
  changes: 100,
  /** Attempts and messages given up that are shown. */
  latestAttempts: 20,
  deadLetters: 20,
  /** Milliseconds that a receiver may take for its answer. */
  answerMs: 10_000,
  /** Hours for which a replaced secret signs too. */
  secretOverlapHours: 24,
  /** Days of failures without a delivery, after which a webhook is disabled. */
  failingDays: 5,
} as const;
