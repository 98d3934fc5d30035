import type DataLoader from "dataloader";
import { HubError } from "../../domain/kit/errors";

/**
 * Rejects a code that does not exist: an empty list would look like an answer.
 * @param what the argument, for example `filter.area`.
 * @throws HubError UNKNOWN_CODE.
 */
export async function knownCode<T>(
  loader: DataLoader<string, T | null>,
  what: string,
  code: string,
): Promise<T> {
  const record = await loader.load(code);
  if (record !== null) return record;
  throw new HubError("UNKNOWN_CODE", {
    message: `${what} is "${code.slice(0, 80)}", which this hub does not know.`,
    messageIt: `${what} è "${code.slice(0, 80)}", che questo hub non conosce.`,
    hint: "Look the code up in the list of its kind, for example { areas { nodes { code name } } }.",
    where: what,
  });
}

/** The code of an optional argument's record; for a merged record, the code of the one that replaced it. */
export async function knownCodeIfGiven<T extends { readonly code: string }>(
  loader: DataLoader<string, T | null>,
  what: string,
  code: string | null | undefined,
): Promise<string | undefined> {
  if (code === null || code === undefined) return undefined;
  return (await knownCode(loader, what, code)).code;
}
