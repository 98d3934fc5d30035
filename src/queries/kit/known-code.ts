import { codeSpellings } from "../../domain/kit/code-spellings";
import { HubError } from "../../domain/kit/errors";
import type { Listed } from "../../domain/kit/messages/values";
import { codecs } from "../../storage/records/codecs";
import type { RecordRef } from "../../storage/records/history.repository";
import type { EntityName, RecordTypes } from "../../storage/records/hub-record";
import type { CodeLoaders, Loaders } from "./loaders";

/** Types of records that the API lists, so that an error can say where to look up their codes. */
export type Known = {
  [N in EntityName]: (typeof codecs)[N]["plural"] extends Listed ? N : never;
}[EntityName];

type Code = string | null | undefined;

/** The record of a code in any usual spelling; `null` if there is none. Another spelling costs one more batch. */
async function recordOf<N extends Known>(
  loaders: CodeLoaders,
  name: N,
  typed: string,
): Promise<RecordTypes[N] | null> {
  const [asTyped, ...others] = codeSpellings(typed);
  const exact = asTyped === undefined ? null : await loaders[name].load(asTyped);
  if (exact !== null) return exact;
  const found = await Promise.all(others.map((code) => loaders[name].load(code)));
  return found.find((record) => record !== null) ?? null;
}

/**
 * Rejects a code that does not exist: an empty list would look like an answer.
 * @param argument for example `filter.area`.
 * @throws HubError UNKNOWN_CODE.
 */
export async function knownCode<N extends Known>(
  loaders: Loaders,
  name: N,
  argument: string,
  code: string,
): Promise<RecordTypes[N]> {
  const [record] = await allKnown(loaders, name, argument, [code]);
  return record!;
}

/** The records of some codes, in their order. */
export async function allKnown<N extends Known>(
  loaders: Loaders,
  name: N,
  argument: string,
  codes: readonly string[],
): Promise<RecordTypes[N][]> {
  const records = await Promise.all(codes.map((code) => recordOf(loaders, name, code)));
  const strange = records.indexOf(null);
  if (strange !== -1) throw await unknownCode(loaders, name, argument, codes[strange]!);
  return records as RecordTypes[N][];
}

/** Codes as stored, in the order of the given ones; for a merged record, the code of the one that replaced it. */
export async function storedCodes(...[loaders, name, argument, codes]: Parameters<typeof allKnown<Known>>) {
  const records = await allKnown(loaders, name, argument, codes);
  return records.map((record) => codecs[name].code(record as never));
}

/** The error for a code without a record. Only it pays for the suggestions. */
async function unknownCode(loaders: Loaders, name: Known, where: string, code: string): Promise<HubError> {
  const { plural: list } = codecs[name];
  const [state, suggestions] = await Promise.all([
    stateOf(loaders, name, code),
    loaders.nearestCodes.load({ name, typed: code }),
  ]);
  return state === null
    ? new HubError("UNKNOWN_CODE", "unknown", { list, code, suggestions }, { where, suggestions })
    : new HubError(
        "UNKNOWN_CODE",
        "retired",
        { list, code, instant: state.updatedAt },
        { where, suggestions },
      );
}

/** What the hub knows of a record that may be retired. */
export async function stateOf(loaders: Loaders, name: Known, typed: string) {
  const [code] = codeSpellings(typed);
  if (code === undefined || !("feed" in codecs[name])) return null;
  return loaders.recordState.load({ type: codecs[name].type as RecordRef["type"], code });
}

/** The record of an optional argument. */
export const knownIfGiven = async <N extends Known>(
  loaders: Loaders,
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
  loaders: Loaders,
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
export async function knownPopulation(loaders: Loaders, argument: string, code: string) {
  const population = await knownCode(loaders, "indicator", argument, code);
  if (population.aggregation === "SUM") return population;
  throw new HubError("BAD_USER_INPUT", "notSummable", { argument, code }, { where: argument });
}
