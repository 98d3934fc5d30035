import { authorFor } from "../../domain/identity/author";
import { stateOfWebhook, type Webhook } from "../../domain/webhooks/webhook";
import { toConnection } from "../../queries/kit/connection";
import { codeOf, optional } from "../kit/argument";
import { fields, nonNullField, operation, queries } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { checkKnown } from "../kit/run-edit";
import { WebhookConnectionType, WebhookStateEnum, WebhookType } from "./webhook.type";

queries({
  webhooks: operation(
    () => WebhookConnectionType,
    "Webhooks by organisation and creation, also disabled ones. Requires the scope READ_PARTNER; an admin sees those of all, others those of their organisation.",
    {
      organization: optional(
        codeOf("organization"),
        "Code of an organisation; without it all webhooks that the caller may see.",
      ),
      ...pageArguments,
    },
    async ({ organization, ...page }, { caller, webhooks }) => {
      checkKnown(caller);
      return toConnection(await webhooks.page(organization ?? null, caller, page), page);
    },
  ),
});

fields<Webhook>(() => WebhookType, {
  createdBy: nonNullField(
    () => String,
    "Caller who created it; of another organisation only its code.",
    ({ createdBy }, { caller }) => authorFor(caller, createdBy),
  ),
  state: nonNullField(() => WebhookStateEnum, "Whether changes are sent.", stateOfWebhook),
});
