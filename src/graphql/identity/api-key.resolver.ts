import { type ApiKey, stateOfKey } from "../../domain/identity/api-key";
import { authorFor } from "../../domain/identity/author";
import { toConnection } from "../../queries/kit/connection";
import { codeOf, optional } from "../kit/argument";
import { fields, nonNullField, operation, queries } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { checkKnown } from "../kit/run-edit";
import { ApiKeyStateEnum } from "./api-key.enum";
import { ApiKeyConnectionType, ApiKeyType } from "./api-key.type";

queries({
  apiKeys: operation(
    () => ApiKeyConnectionType,
    "Keys by organisation and creation, also those that ended. An admin sees those of all, others those of their organisation.",
    {
      organization: optional(
        codeOf("organization"),
        "Code of an organisation; without it all keys that the caller may see.",
      ),
      ...pageArguments,
    },
    async ({ organization, ...page }, { caller, keys }) => {
      checkKnown(caller);
      return toConnection(await keys.page(organization ?? null, caller, page), page);
    },
  ),
});

fields<ApiKey>(() => ApiKeyType, {
  createdBy: nonNullField(
    () => String,
    "Caller who created it; of another organisation only its code.",
    ({ createdBy }, { caller }) => authorFor(caller, createdBy),
  ),
  state: nonNullField(
    () => ApiKeyStateEnum,
    "State of the key at the moment of the request.",
    (key, { receivedAt }) => stateOfKey(key, receivedAt),
  ),
});
