import { type Arguments, type Given, required } from "./argument";
import type { Context } from "./context";
import { type FieldOf, neverNull, operation } from "./declare";
import { input } from "./input";
import { nullable, output } from "./output";
import { changed, checkKnown } from "./run-edit";
import { type UserError, userErrorsField } from "./user-error.type";

/** What belongs to an organisation and is no record, such as a key: its payload field, the type of that, and what is said of it. */
interface Issued<Name extends string> {
  readonly name: Name;
  readonly type: () => object;
  readonly description: string;
  /** Of the secret, which is shown once. */
  readonly secret: string;
  /** Ends the description of each mutation. */
  readonly requires?: string;
}

type Result<Name extends string, T> = { readonly [K in Name]: T | null } & {
  readonly secret: string | null;
  readonly userErrors: readonly UserError[];
};

/** The mutations of such a thing, each with its input and its payload. Only one that makes a secret shows it. */
export const issuingMutation = <Name extends string, T>(of: Issued<Name>) =>
  function mutation<A extends Arguments>(
    name: string,
    description: string,
    args: A,
    hasSecret: boolean,
    run: (given: Given<A>, context: Context) => Promise<Partial<Result<Name, T>>>,
  ): Readonly<Record<string, FieldOf<unknown>>> {
    const title = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
    const Input = input(`${title}Input`, `Input of ${name}.`, args);
    const shown = {
      [of.name]: nullable(of.type, of.description),
      ...(hasSecret && { secret: nullable(() => String, of.secret) }),
      userErrors: userErrorsField,
    };
    // The name of the field is a value, which the types of fields do not follow.
    const Payload = output(`${title}Payload`, `Result of ${name}.`, shown as never);
    const root = operation(
      () => Payload,
      [description, ...(of.requires === undefined ? [] : [of.requires])].join(" "),
      { input: required(() => Input, "Everything that the change states.") },
      async (all, context): Promise<object> => {
        checkKnown(context.caller);
        const pathOf = (where: string | null) =>
          where !== null && where.split(".")[0]! in args ? ["input", ...where.split(".")] : ["input"];
        const given = all.input as Given<A>;
        const answered = await changed(context, given, () => run(given, context), pathOf);
        return { [of.name]: null, secret: null, ...answered };
      },
    );
    return { [name]: neverNull(root) };
  };
