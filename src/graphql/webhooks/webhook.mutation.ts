import { knownCodes } from "../../queries/kit/known-code";
import { whenLoaded } from "../../queries/kit/when-loaded";
import type { Webhook } from "../../storage/webhooks/webhook.repository";
import { ChangeFilterInput } from "../changes/change.type";
import { optional, required } from "../kit/argument";
import type { Context } from "../kit/context";
import { mutations } from "../kit/declare";
import { issuingMutation } from "../kit/issuing-mutation";
import { WebhookType } from "./webhook.type";

const mutation = issuingMutation<"webhook", Webhook>({
  name: "webhook",
  type: () => WebhookType,
  description: "The webhook; null after an error.",
  secret:
    "Secret that signs the messages, beginning with whsec_. It is shown only here; null after an error.",
  requires: "Requires the scope READ_PARTNER and the organisation of the webhook, or the scope ADMIN.",
});

const byCaller = ({ caller: by, receivedAt: now }: Context) => ({ by, now });
const id = { id: required(() => String, "Id of the webhook, beginning with wh_.") };

type Filter = InstanceType<typeof ChangeFilterInput>;

/** @throws HubError UNKNOWN_CODE for an area that does not exist. */
async function filterOf(filter: Filter | null | undefined, { records }: Context) {
  const { areaCode } = await whenLoaded(() => knownCodes(records, filter, { area: "area" }));
  return { types: [...new Set(filter?.types ?? [])].sort(), areaCode: areaCode ?? null };
}

mutations({
  ...mutation(
    "createWebhook",
    "Sends the changes from now on to an address, as soon as its receiver answers a test with 2xx. One test is sent at once. The secret is shown once.",
    {
      url: required(() => String, "Address of the receiver on the public internet, beginning with https://."),
      label: required(() => String, "Purpose, 1 to 100 characters."),
      organization: optional(
        () => String,
        "Code of the organisation; without it that of the caller. Another one requires the scope ADMIN.",
      ),
      filter: optional(() => ChangeFilterInput, "Filter of changes; all when absent."),
    },
    true,
    async ({ url, label, organization, filter }, context) =>
      context.webhooks.create(
        { url, label, organizationCode: organization ?? null, ...(await filterOf(filter, context)) },
        byCaller(context),
      ),
  ),
  ...mutation(
    "updateWebhook",
    "Changes a webhook, switches it off or enables it. What is absent stays. An enabled webhook goes on with the first change that it did not get.",
    {
      ...id,
      url: optional(
        () => String,
        "New address of the receiver. It gets a test at once, and changes as soon as it answers one.",
      ),
      label: optional(() => String, "New purpose."),
      filter: optional(() => ChangeFilterInput, "New filter as a whole; an empty one for all changes."),
      enabled: optional(() => Boolean, "False switches it off. True enables it, and tries at once."),
    },
    false,
    async ({ id, url, label, filter, enabled }, context) => ({
      webhook: await context.webhooks.update(
        id,
        {
          ...(url != null && { url }),
          ...(label != null && { label }),
          ...(filter != null && (await filterOf(filter, context))),
          ...(enabled != null && { enabled }),
        },
        byCaller(context),
      ),
    }),
  ),
  ...mutation(
    "deleteWebhook",
    "Deletes a webhook. Nothing more is sent, and what was not delivered is lost.",
    id,
    false,
    async ({ id }, context) => ({ webhook: await context.webhooks.remove(id, byCaller(context)) }),
  ),
  ...mutation(
    "rotateWebhookSecret",
    "Creates a new secret. For 24 hours messages are signed with both.",
    id,
    true,
    ({ id }, context) => context.webhooks.rotate(id, byCaller(context)),
  ),
  ...mutation(
    "testWebhook",
    "Sends a message of the type `test`, once, also to a disabled webhook. `latestAttempts` then has its result. A 2xx verifies the address.",
    id,
    false,
    async ({ id }, context) => ({ webhook: await context.webhooks.test(id, byCaller(context)) }),
  ),
  ...mutation(
    "replayWebhook",
    "Sends again what follows a cursor, and enables the webhook. A cursor older than 30 days is the error INVALID_CURSOR.",
    {
      ...id,
      after: optional(
        () => String,
        "Cursor of changes: of a message, a dead letter or an export. Without it all changes that the hub still knows.",
      ),
    },
    false,
    async ({ id, after }, context) => ({
      webhook: await context.webhooks.replay(id, after ?? null, byCaller(context)),
    }),
  ),
});
