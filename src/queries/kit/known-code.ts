import type DataLoader from "dataloader";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { HubError } from "../../domain/kit/errors";
import type { Listed } from "../../domain/kit/messages/values";
import type { Loaders } from "./loaders";

/**
 * Rejects a code that does not exist: an empty list would look like an answer.
 * @param what the argument, for example `filter.area`.
 * @throws HubError UNKNOWN_CODE.
 */
export async function knownCode<T>(
  loader: DataLoader<string, T | null>,
  list: Listed,
  argument: string,
  code: string,
): Promise<T> {
  const record = await loader.load(code);
  if (record !== null) return record;
  throw new HubError("UNKNOWN_CODE", "unknown", { list, code }, { where: argument });
}

/** The code of an optional argument's record; for a merged record, the code of the one that replaced it. */
export async function knownCodeIfGiven<T extends { readonly code: string }>(
  loader: DataLoader<string, T | null>,
  list: Listed,
  argument: string,
  code: string | null | undefined,
): Promise<string | undefined> {
  if (code === null || code === undefined) return undefined;
  return (await knownCode(loader, list, argument, code)).code;
}

/** @throws HubError UNKNOWN_CODE, and BAD_USER_INPUT for an indicator that does not count people. */
export async function knownPopulation(
  { indicator }: Loaders,
  argument: string,
  code: string,
): Promise<IndicatorDefinition> {
  const population = await knownCode(indicator, "indicators", argument, code);
  if (population.aggregation === "SUM") return population;
  throw new HubError("BAD_USER_INPUT", "notSummable", { argument, code }, { where: argument });
}
