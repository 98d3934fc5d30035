import { Int } from "type-graphql";
import {
  type WebhookAttempt,
  type WebhookDeadLetter,
  type WebhookEnd,
  type WebhookMessage,
  type WebhookOutcome,
  type WebhookState,
  webhookLimits,
} from "../../domain/webhooks/webhook";
import type { Webhook } from "../../storage/webhooks/webhook.repository";
import { RecordTypeEnum } from "../changes/change.type";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar } from "../kit/scalars";

export const WebhookStateEnum = enumType<WebhookState>("WebhookState", "State of a webhook.", {
  ACTIVE: "Changes are sent.",
  DISABLED: "Nothing is sent until it is enabled.",
  FAILING: "The last attempt failed.",
  UNVERIFIED:
    "Nothing but tests is sent until the receiver answers one with 2xx: the one of its creation, or a later testWebhook.",
});

const WebhookDisabledReasonEnum = enumType<WebhookEnd>(
  "WebhookDisabledReason",
  "Why nothing is sent to a webhook.",
  {
    CURSOR_EXPIRED:
      "Its place in the list of changes is older than 30 days or from before a restore. Begin again from the export, and replay from its cursor.",
    FAILURES: `No message was delivered for ${webhookLimits.failingDays} days.`,
    GONE: "The receiver answered 410 Gone.",
    SWITCHED_OFF: "A caller switched it off.",
  },
);

const WebhookOutcomeEnum = enumType<WebhookOutcome>("WebhookOutcome", "Result of an attempt to deliver.", {
  DELIVERED: "The receiver answered 2xx.",
  PRIVATE_ADDRESS: "The name of the receiver leads to an address that is not public; nothing was sent.",
  REJECTED: "The receiver answered with another status.",
  TIMEOUT: "The receiver did not answer within 10 seconds.",
  UNREACHABLE: "No connection was possible: name, port or certificate.",
});

const messageFields = {
  id: nonNull(() => String, "Id, as in the header webhook-id of each of its attempts."),
  createdAt: nonNull(() => DateTimeScalar, "Moment at which the message was made."),
  attempts: nonNull(() => Int, "Attempts so far."),
  after: nullable(() => String, "Cursor of changes before it; null for the beginning of the list."),
  cursor: nonNull(() => String, "Cursor of changes after it."),
  changes: nonNull(() => Int, "Changes in it."),
};

const WebhookMessageType = output<WebhookMessage>("WebhookMessage", "Message that is under way.", {
  ...messageFields,
  nextAttemptAt: nonNull(() => DateTimeScalar, "Moment from which the next attempt may be made."),
});

const attemptFields = {
  outcome: nonNull(() => WebhookOutcomeEnum, "Result."),
  status: nullable(() => Int, "Status of HTTP; null without an answer."),
};

const WebhookDeadLetterType = output<WebhookDeadLetter>(
  "WebhookDeadLetter",
  "Message that was given up after its last attempt. To send it again, replay from its `after`.",
  {
    ...messageFields,
    ...attemptFields,
    givenUpAt: nonNull(() => DateTimeScalar, "Moment of the last attempt."),
  },
);

const WebhookAttemptType = output<WebhookAttempt>("WebhookAttempt", "Attempt to deliver a message.", {
  ...attemptFields,
  messageId: nonNull(() => String, "Id of the message."),
  attempt: nonNull(() => Int, "Number of the attempt, from 1."),
  changes: nullable(() => Int, "Changes in the message; null for a test."),
  at: nonNull(() => DateTimeScalar, "Moment of its end."),
  milliseconds: nonNull(() => Int, "Duration in milliseconds."),
});

export const WebhookType = output<Webhook, "createdBy">(
  "Webhook",
  "Address of an organisation to which the hub sends changes, after Standard Webhooks. Its secret is shown once.",
  {
    id: nonNull(() => String, "Id, beginning with wh_."),
    organizationCode: nonNull(() => String, "Code of its organisation."),
    url: nonNull(() => String, "Address of the receiver."),
    label: nonNull(() => String, "Purpose, in the words of the organisation."),
    types: nonNull(() => [RecordTypeEnum], "Types of the records; empty for all."),
    areaCode: nullable(() => String, "Code of the area of the records; null for any."),
    createdAt: nonNull(() => DateTimeScalar, "Moment of its creation."),
    previousSecretUntil: nullable(
      () => DateTimeScalar,
      "Moment until which messages are signed with the previous secret too; null if it was never replaced.",
    ),
    cursor: nullable(
      () => String,
      "Cursor of changes: all up to it were delivered or given up; null for the beginning of the list.",
    ),
    message: nullable(() => WebhookMessageType, "Message that is under way; null if there is none."),
    verifiedAt: nullable(
      () => DateTimeScalar,
      "Moment at which the receiver answered a test at this address; null until then.",
    ),
    failingSince: nullable(
      () => DateTimeScalar,
      "First failure since the last delivery; null while deliveries succeed.",
    ),
    disabledAt: nullable(() => DateTimeScalar, "Moment at which it was disabled; null if it is enabled."),
    disabledReason: nullable(() => WebhookDisabledReasonEnum, "Why it is disabled; null if it is enabled."),
    latestAttempts: nonNull(
      () => [WebhookAttemptType],
      "Latest attempts, newest first.",
      webhookLimits.latestAttempts,
    ),
    deadLetters: nonNull(
      () => [WebhookDeadLetterType],
      "Latest messages that were given up, newest first.",
      webhookLimits.deadLetters,
    ),
  },
);

export const WebhookConnectionType = connectionType("Webhook", () => WebhookType, "webhooks");
