import { Int } from "type-graphql";
import { keyLifetimeDays } from "../../domain/identity/api-key";
import type { IssuedKey } from "../../editing/identity/key-issuer";
import { type Arguments, type Given, required, usually } from "../kit/argument";
import type { Context } from "../kit/context";
import { type FieldOf, mutations, neverNull, operation } from "../kit/declare";
import { input } from "../kit/input";
import { nonNull, nullable, output } from "../kit/output";
import { checkKnown, orUserErrors } from "../kit/run-edit";
import { type UserError, UserErrorType } from "../kit/user-error.type";
import { ScopeEnum } from "./api-key.enum";
import { ApiKeyType } from "./api-key.type";

interface Result {
  readonly apiKey: IssuedKey["key"] | null;
  readonly secret: string | null;
  readonly userErrors: readonly UserError[];
}

const shown = {
  apiKey: nullable(() => ApiKeyType, "The key; null after an error."),
  userErrors: nonNull(
    () => [UserErrorType],
    "Reasons why nothing was changed; empty after a successful change.",
  ),
};
const secret = nullable(
  () => String,
  "The key as requests send it, beginning with vic_live_. It is shown only here; null after an error.",
);

/** A mutation of a key, with its input and its payload. */
function mutation<A extends Arguments>(
  name: string,
  description: string,
  args: A,
  isNew: boolean,
  run: (given: Given<A>, context: Context) => Promise<Omit<Result, "userErrors">>,
): Readonly<Record<string, FieldOf<unknown>>> {
  const title = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  const Input = input(`${title}Input`, `Input of ${name}.`, args);
  const Payload = isNew
    ? output<Result>(`${title}Payload`, `Result of ${name}.`, { ...shown, secret })
    : output<Result, "secret">(`${title}Payload`, `Result of ${name}.`, shown);
  const root = operation(
    () => Payload,
    description,
    { input: required(() => Input, "Everything that the change states.") },
    async (all, context): Promise<Result> => {
      checkKnown(context.caller);
      const pathOf = (where: string | null) =>
        where !== null && where in args ? ["input", where] : ["input"];
      const run_ = () => run(all.input as Given<A>, context);
      return { apiKey: null, secret: null, ...(await orUserErrors(run_, pathOf)) };
    },
  );
  return { [name]: neverNull(root) };
}

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
    async ({ id }, context) => ({
      apiKey: await context.keys.revoke(id, byCaller(context)),
      secret: null,
    }),
  ),
});
