import { afterAttempt, attemptBegun, waits } from "../../../src/domain/webhooks/progress";
import {
  stateOfWebhook,
  type WebhookMessage,
  type WebhookProgress,
  webhookLimits,
} from "../../../src/domain/webhooks/webhook";

const now = "2026-03-01T10:00:00.000Z";
const message: WebhookMessage = {
  ...{ id: "msg_1", createdAt: now, nextAttemptAt: now, attempts: 0 },
  ...{ after: "a", cursor: "b", changes: 3 },
};
const begin: WebhookProgress = {
  ...{ cursor: "a", message, verifiedAt: now, failingSince: null, disabledAt: null, disabledReason: null },
  ...{ latestAttempts: [], deadLetters: [] },
};
const delivered = { outcome: "DELIVERED", status: 200, milliseconds: 5 } as const;
const failed = { outcome: "REJECTED", status: 500, milliseconds: 5 } as const;
const gone = { outcome: "REJECTED", status: 410, milliseconds: 5 } as const;
const later = (ms: number): string => new Date(Date.parse(now) + ms).toISOString();
const hour = 3_600_000;

test("a delivery moves on, and ends a time of failures", () => {
  const after = afterAttempt({ ...begin, failingSince: now }, attemptBegun(message), delivered, {
    ...{ now, random: 0 },
  });
  expect(after).toMatchObject({ cursor: "b", message: null, failingSince: null });
  expect(after.latestAttempts).toEqual([
    { ...delivered, messageId: "msg_1", changes: 3, attempt: 1, at: now },
  ]);
});

test("waits as Standard Webhooks proposes, up to 10 % longer, and then gives the message up", () => {
  let progress = begin;
  let at = 0;
  for (const [i, wait] of waits.slice(1).entries()) {
    const random = i % 2;
    const begun = attemptBegun(progress.message!);
    progress = afterAttempt(progress, begun, failed, { now: later(at), random });
    expect(progress.message).toMatchObject({ id: "msg_1", attempts: i + 1 });
    expect(progress.message!.nextAttemptAt).toBe(later(at + wait * (1 + random / 10)));
    expect([progress.cursor, stateOfWebhook(progress)]).toEqual(["a", "FAILING"]);
    at += wait;
  }
  expect(at / hour).toBeCloseTo(75.6, 1);
  const last = attemptBegun(progress.message!);
  progress = afterAttempt(progress, last, failed, { now: later(at), random: 0 });
  expect(progress).toMatchObject({ cursor: "b", message: null, failingSince: now, disabledAt: null });
  expect(progress.deadLetters).toEqual([
    {
      ...{ id: "msg_1", createdAt: now, after: "a", cursor: "b", changes: 3, attempts: 10 },
      ...{ outcome: "REJECTED", status: 500, givenUpAt: later(at) },
    },
  ]);
});

test("410 disables at once, and keeps the message", () => {
  const after = afterAttempt(begin, attemptBegun(message), gone, { now, random: 0 });
  expect(after).toMatchObject({
    disabledAt: now,
    disabledReason: "GONE",
    cursor: "a",
    message: { id: "msg_1" },
  });
  expect(stateOfWebhook(after)).toBe("DISABLED");
});

test("days of failures without a delivery disable", () => {
  const days = webhookLimits.failingDays * 24 * hour;
  const failing = { ...begin, failingSince: now };
  const begun = attemptBegun(message);
  const before = afterAttempt(failing, begun, failed, { now: later(days - 1), random: 0 });
  expect(stateOfWebhook(before)).toBe("FAILING");
  const after = afterAttempt(failing, begun, failed, { now: later(days), random: 0 });
  expect(after).toMatchObject({ disabledAt: later(days), disabledReason: "FAILURES" });
});

test("only the latest attempts and dead letters are kept", () => {
  let progress = begin;
  for (let i = 0; i < 30; i++) {
    const begun = { ...message, id: `msg_${i}`, attempts: waits.length };
    progress = afterAttempt(progress, begun, failed, { now, random: 0 });
  }
  expect(progress.latestAttempts.map(({ messageId }) => messageId)).toEqual(
    Array.from({ length: webhookLimits.latestAttempts }, (_, i) => `msg_${29 - i}`),
  );
  expect(progress.deadLetters).toHaveLength(webhookLimits.deadLetters);
});
