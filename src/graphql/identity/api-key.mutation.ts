import { Int } from "type-graphql";
import { keyLifetimeDays } from "../../domain/identity/api-key";
import type { IssuedKey } from "../../editing/identity/key-issuer";
import { required, usually } from "../kit/argument";
import type { Context } from "../kit/context";
import { mutations } from "../kit/declare";
import { issuingMutation } from "../kit/issuing-mutation";
import { ScopeEnum } from "./api-key.enum";
import { ApiKeyType } from "./api-key.type";

const mutation = issuingMutation<"apiKey", IssuedKey["key"]>({
  name: "apiKey",
  type: () => ApiKeyType,
  description: "The key; null after an error.",
  secret:
    "The key as requests send it, beginning with vic_live_. It is shown only here; null after an error.",
});

const byCaller = ({ caller: by, receivedAt: now }: Context) => ({ by, now });
const issued = ({ key, text }: IssuedKey) => ({ apiKey: key, secret: text });
const id = { id: required(() => String, "Id of the key: the 10 characters after vic_live_.") };
const { smallest, largest, usual } = keyLifetimeDays;

mutations({
  ...mutation(
    "createApiKey",
    "Creates a key for an organisation. Requires the scope ADMIN.",
    {
      organization: required(() => String, "Code of the organisation in whose name the key acts."),
      scopes: required(() => [ScopeEnum], "What the key permits."),
      label: required(() => String, "Purpose of the key, 1 to 100 characters."),
      lifetimeDays: usually(
        () => Int,
        usual,
        `Days until it expires, ${smallest} to ${largest}. Another number is rejected.`,
      ),
    },
    true,
    async ({ organization: organizationCode, ...wish }, context) =>
      issued(await context.keys.create({ organizationCode, ...wish }, byCaller(context))),
  ),
  ...mutation(
    "rotateApiKey",
    "Creates a key with the rights, the label and the lifetime of another one, which ends after 7 days. Requires all its scopes, and its organisation or the scope ADMIN.",
    id,
    true,
    async ({ id }, context) => issued(await context.keys.rotate(id, byCaller(context))),
  ),
  ...mutation(
    "revokeApiKey",
    "Ends a key: its next request is rejected. Requires all its scopes, and its organisation or the scope ADMIN.",
    id,
    false,
    async ({ id }, context) => ({ apiKey: await context.keys.revoke(id, byCaller(context)) }),
  ),
});
