import {
  type WebhookAnswer,
  type WebhookAttempt,
  type WebhookEnd,
  type WebhookMessage,
  type WebhookProgress,
  webhookLimits,
} from "./webhook";

const [second, minute, hour] = [1_000, 60_000, 3_600_000];

/** Milliseconds before each attempt: the schedule that Standard Webhooks proposes, about three days in all. */
export const waits: readonly number[] = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** Share by which a wait is longer at most: receivers that failed together are not called again together. */
const jitter = 0.1;

const failingMs = webhookLimits.failingDays * 24 * hour;

const laterThan = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();

interface Moment {
  /** ISO 8601 UTC. */
  readonly now: string;
  /** 0 to 1. */
  readonly random: number;
}

/** The attempt at a message begins. It counts even if the process is killed before its end. */
export const attemptBegun = (message: WebhookMessage): WebhookMessage => ({
  ...message,
  attempts: message.attempts + 1,
});

/** How far a webhook is after an attempt at its message. */
export function afterAttempt(
  progress: WebhookProgress,
  message: WebhookMessage,
  answer: WebhookAnswer,
  { now, random }: Moment,
): WebhookProgress {
  const { id: messageId, changes, attempts: attempt } = message;
  const noted = withAttempt(progress, { ...answer, messageId, changes, attempt, at: now });
  if (answer.outcome === "DELIVERED")
    return { ...noted, cursor: message.cursor, message: null, failingSince: null };
  const failingSince = progress.failingSince ?? now;
  const failing = { ...noted, failingSince };
  if (answer.status === 410) return disabled({ ...failing, message }, "GONE", now);
  const next = waits[attempt];
  const waiting =
    next === undefined
      ? givenUp(failing, message, answer, now)
      : {
          ...failing,
          message: { ...message, nextAttemptAt: laterThan(now, next * (1 + jitter * random)) },
        };
  const isOver = Date.parse(now) - Date.parse(failingSince) >= failingMs;
  return isOver ? disabled(waiting, "FAILURES", now) : waiting;
}

export const disabled = (
  progress: WebhookProgress,
  disabledReason: WebhookEnd,
  disabledAt: string,
): WebhookProgress => ({ ...progress, disabledAt, disabledReason });

export const withAttempt = (progress: WebhookProgress, attempt: WebhookAttempt): WebhookProgress => ({
  ...progress,
  latestAttempts: [attempt, ...progress.latestAttempts].slice(0, webhookLimits.latestAttempts),
});

/** Goes on with the next changes: one message that a receiver cannot read must not stop all others. */
function givenUp(
  progress: WebhookProgress,
  { id, after, attempts, changes, createdAt, cursor }: WebhookMessage,
  { outcome, status }: WebhookAnswer,
  givenUpAt: string,
): WebhookProgress {
  const letter = { id, after, attempts, changes, createdAt, cursor, outcome, status, givenUpAt };
  const deadLetters = [letter, ...progress.deadLetters].slice(0, webhookLimits.deadLetters);
  return { ...progress, cursor, message: null, deadLetters };
}
