import { limits } from "../../domain/kit/limits";
import { checkCount } from "../../queries/kit/check-bounds";
import { storedCodes } from "../../queries/kit/known-code";
import type { Records } from "../../queries/kit/records";
import type { Argument, Arguments } from "./argument";
import { fieldsOfInput } from "./input";

type Values = Readonly<Record<string, unknown>>;

/** Whether arguments have codes to look up, also within input objects. */
export function haveCodes(args: Arguments): boolean {
  const known = withCodes.get(args);
  if (known !== undefined) return known;
  const have = Object.values(args).some((argument) =>
    argument.type.code ? !argument.type.code.isLookedUpLater : haveCodes(fieldsWithin(argument)),
  );
  withCodes.set(args, have);
  return have;
}

const withCodes = new WeakMap<Arguments, boolean>();

/** Fields of the input objects that an argument takes. */
function fieldsWithin({ type }: Pick<Argument<never>, "type">): Arguments {
  const [item] = [type()].flat();
  return fieldsOfInput(item);
}

/**
 * The values of arguments, each code replaced by that of its record: in its own spelling, and for a merged record the code of
 * the one that replaced it.
 * @param path for example `filter.`.
 * @throws HubError UNKNOWN_CODE.
 */
export function knownArguments(args: Arguments, values: Values, records: Records, path = ""): Values {
  const known: Record<string, unknown> = { ...values };
  for (const [key, value] of Object.entries(values))
    if (value !== null && value !== undefined && args[key])
      known[key] = knownValue(args[key], value, values, records, `${path}${key}`);
  return known;
}

function knownValue(
  argument: Argument<never>,
  value: unknown,
  beside: Values,
  records: Records,
  path: string,
): unknown {
  const { options, type } = argument;
  const { code } = type;
  // A default value costs no look-up.
  if (value === options.defaultValue) return value;
  if (code !== undefined) {
    if (code.isLookedUpLater || (code.unless && beside[code.unless] != null)) return value;
    const codes = [value].flat() as string[];
    checkCount(path, codes, limits.codesInArgument);
    if (code.also?.(codes[0]!, records)) return value;
    const found = storedCodes(records, code.of, path, codes);
    return Array.isArray(value) ? found : found[0];
  }
  const within = fieldsWithin(argument);
  if (!haveCodes(within)) return value;
  // Errors name a field by its path from `input` down.
  const inner = path === "input" ? "" : `${path}.`;
  if (!Array.isArray(value)) return knownArguments(within, value as Values, records, inner);
  return value.map((item: Values, i) => knownArguments(within, item, records, `${path}[${i}].`));
}
