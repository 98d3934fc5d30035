import { HubError } from "../../domain/kit/errors";
import type { Listed } from "../../domain/kit/messages/values";
import { codecs } from "../../storage/records/codecs";
import type { EntityName, RecordTypes } from "../../storage/records/hub-record";
import type { CodeLoaders } from "./loaders";

/** Types of records that the API lists, so that an error can say where to look up their codes. */
type Known = {
  [N in EntityName]: (typeof codecs)[N]["plural"] extends Listed ? N : never;
}[EntityName];

type Code = string | null | undefined;

/**
 * Rejects a code that does not exist: an empty list would look like an answer.
 * @param argument for example `filter.area`.
 * @throws HubError UNKNOWN_CODE.
 */
export async function knownCode<N extends Known>(
  loaders: CodeLoaders,
  name: N,
  argument: string,
  code: string,
): Promise<RecordTypes[N]> {
  const record = await loaders[name].load(code);
  if (record !== null) return record;
  throw new HubError("UNKNOWN_CODE", "unknown", { list: codecs[name].plural, code }, { where: argument });
}

/** The records of some codes, in their order. */
export const allKnown = <N extends Known>(
  loaders: CodeLoaders,
  name: N,
  argument: string,
  codes: readonly string[],
): Promise<RecordTypes[N][]> => Promise.all(codes.map((code) => knownCode(loaders, name, argument, code)));

/** The record of an optional argument. */
export const knownIfGiven = async <N extends Known>(
  loaders: CodeLoaders,
  name: N,
  argument: string,
  code: Code,
): Promise<RecordTypes[N] | null> =>
  code === null || code === undefined ? null : knownCode(loaders, name, argument, code);

/** The code of an optional argument's record; for a merged record, the code of the one that replaced it. */
export const knownCodeIfGiven = async (
  ...of: Parameters<typeof knownIfGiven<Known>>
): Promise<string | undefined> => (await knownIfGiven(...of))?.code;

/**
 * The codes that a filter names: `area` of the filter becomes `areaCode`.
 * @param names the type of record of each field.
 * @throws HubError UNKNOWN_CODE.
 */
export async function knownCodes<Field extends string>(
  loaders: CodeLoaders,
  filter: NoInfer<{ readonly [F in Field]?: Code }> | null | undefined,
  names: Readonly<Record<Field, Known>>,
): Promise<{ readonly [F in Field as `${F}Code`]: string | undefined }> {
  const fields = Object.keys(names) as Field[];
  const codes = await Promise.all(
    fields.map(async (field) => {
      const code = await knownCodeIfGiven(loaders, names[field], `filter.${field}`, filter?.[field]);
      return [`${field}Code`, code] as const;
    }),
  );
  return Object.fromEntries(codes) as { readonly [F in Field as `${F}Code`]: string | undefined };
}

/** @throws HubError UNKNOWN_CODE, and BAD_USER_INPUT for an indicator that does not count people. */
export async function knownPopulation(loaders: CodeLoaders, argument: string, code: string) {
  const population = await knownCode(loaders, "indicator", argument, code);
  if (population.aggregation === "SUM") return population;
  throw new HubError("BAD_USER_INPUT", "notSummable", { argument, code }, { where: argument });
}
