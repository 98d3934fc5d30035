import { knownCodes } from "../../queries/kit/known-code";
import { whenLoaded } from "../../queries/kit/when-loaded";
import type { Webhook } from "../../storage/webhooks/webhook.repository";
import { ChangeFilterInput } from "../changes/change.type";
import { type Arguments, type Given, optional, required } from "../kit/argument";
import type { Context } from "../kit/context";
import { type FieldOf, mutations, neverNull, operation } from "../kit/declare";
import { input } from "../kit/input";
import { nonNull, nullable, output } from "../kit/output";
import { checkKnown, orUserErrors } from "../kit/run-edit";
import { type UserError, UserErrorType } from "../kit/user-error.type";
import { WebhookType } from "./webhook.type";

interface Result {
  readonly webhook: Webhook | null;
  readonly secret: string | null;
  readonly userErrors: readonly UserError[];
}

const shown = {
  webhook: nullable(() => WebhookType, "The webhook; null after an error."),
  userErrors: nonNull(
    () => [UserErrorType],
    "Reasons why nothing was changed; empty after a successful change.",
  ),
};
const secret = nullable(
  () => String,
  "Secret that signs the messages, beginning with whsec_. It is shown only here; null after an error.",
);

/** A mutation of a webhook, with its input and its payload. */
function mutation<A extends Arguments>(
  name: string,
  description: string,
  args: A,
  hasSecret: boolean,
  run: (given: Given<A>, context: Context) => Promise<Partial<Result>>,
): Readonly<Record<string, FieldOf<unknown>>> {
  const title = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  const Input = input(`${title}Input`, `Input of ${name}.`, args);
  const Payload = hasSecret
    ? output<Result>(`${title}Payload`, `Result of ${name}.`, { ...shown, secret })
    : output<Result, "secret">(`${title}Payload`, `Result of ${name}.`, shown);
  const root = operation(
    () => Payload,
    `${description} Requires the scope READ_PARTNER and the organisation of the webhook, or the scope ADMIN.`,
    { input: required(() => Input, "Everything that the change states.") },
    async (all, context): Promise<Result> => {
      checkKnown(context.caller);
      const pathOf = (where: string | null) =>
        where !== null && where.split(".")[0]! in args ? ["input", ...where.split(".")] : ["input"];
      const run_ = () => run(all.input as Given<A>, context);
      return { webhook: null, secret: null, ...(await orUserErrors(run_, pathOf)) };
    },
  );
  return { [name]: neverNull(root) };
}

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
    "Sends the changes from now on to an address. The secret is shown once.",
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
        "New address of the receiver. A message that is under way is tried there at once.",
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
    "Sends a message of the type `test`, once, also to a disabled webhook. `latestAttempts` then has its result.",
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
