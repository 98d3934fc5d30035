import { codeSpellings } from "../../domain/kit/code-spellings";
import { HubError } from "../../domain/kit/errors";
import type { Listed } from "../../domain/kit/messages/values";
import { codecs } from "../../storage/records/codecs";
import type { EntityName, RecordTypes } from "../../storage/records/hub-record";
import type { RecordRef } from "../../storage/records/record-state";
import type { Records, RecordsByName } from "./records";

/** Types of records that the API lists, so that an error can say where to look up their codes. */
export type Known = {
  [N in EntityName]: (typeof codecs)[N]["plural"] extends Listed ? N : never;
}[EntityName];

type Code = string | null | undefined;

/** The record of a code in any usual spelling; `null` if there is none. */
function recordOf<N extends Known>(records: RecordsByName, name: N, typed: string): RecordTypes[N] | null {
  const [asTyped, ...others] = codeSpellings(typed);
  const exact = asTyped === undefined ? null : records[name].one(asTyped);
  if (exact !== null) return exact;
  const found = others.map((code) => records[name].one(code));
  return found.find((record) => record !== null) ?? null;
}

/**
 * Rejects a code that does not exist: an empty list would look like an answer.
 * @param argument for example `filter.area`.
 * @throws HubError UNKNOWN_CODE.
 */
export function knownCode<N extends Known>(
  records: Records,
  name: N,
  argument: string,
  code: string,
): RecordTypes[N] {
  const [record] = allKnown(records, name, argument, [code]);
  return record!;
}

/** The records of some codes, in their order. */
export function allKnown<N extends Known>(
  records: Records,
  name: N,
  argument: string,
  codes: readonly string[],
): RecordTypes[N][] {
  const found = codes.map((code) => recordOf(records, name, code));
  const strange = found.indexOf(null);
  if (strange !== -1) throw unknownCode(records, name, argument, codes[strange]!);
  return found as RecordTypes[N][];
}

/** Codes as stored, in the order of the given ones; for a merged record, the code of the one that replaced it. */
export const storedCodes = (
  ...[records, name, argument, codes]: Parameters<typeof allKnown<Known>>
): string[] => allKnown(records, name, argument, codes).map((record) => codecs[name].code(record as never));

/** The error for a code without a record. Only it pays for the suggestions. */
function unknownCode(records: Records, name: Known, where: string, code: string): HubError {
  const { plural: list } = codecs[name];
  const [state, suggestions] = [stateOf(records, name, code), records.nearestCodes(name, code)];
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
export function stateOf(records: Records, name: Known, typed: string) {
  const [code] = codeSpellings(typed);
  if (code === undefined || !("feed" in codecs[name])) return null;
  return records.state({ type: codecs[name].type as RecordRef["type"], code });
}

/** The record of an optional argument. */
export const knownIfGiven = <N extends Known>(
  records: Records,
  name: N,
  argument: string,
  code: Code,
): RecordTypes[N] | null =>
  code === null || code === undefined ? null : knownCode(records, name, argument, code);

/** The code of an optional argument's record; for a merged record, the code of the one that replaced it. */
export const knownCodeIfGiven = (...of: Parameters<typeof knownIfGiven<Known>>): string | undefined =>
  knownIfGiven(...of)?.code;

/**
 * The codes that a filter names: `area` of the filter becomes `areaCode`.
 * @param names the type of record of each field.
 * @throws HubError UNKNOWN_CODE.
 */
export function knownCodes<Field extends string>(
  records: Records,
  filter: NoInfer<{ readonly [F in Field]?: Code }> | null | undefined,
  names: Readonly<Record<Field, Known>>,
): { readonly [F in Field as `${F}Code`]: string | undefined } {
  const fields = Object.keys(names) as Field[];
  const codes = fields.map((field) => {
    const code = knownCodeIfGiven(records, names[field], `filter.${field}`, filter?.[field]);
    return [`${field}Code`, code] as const;
  });
  return Object.fromEntries(codes) as { readonly [F in Field as `${F}Code`]: string | undefined };
}

/** @throws HubError UNKNOWN_CODE, and BAD_USER_INPUT for an indicator that does not count people. */
export function knownPopulation(records: Records, argument: string, code: string) {
  const population = knownCode(records, "indicator", argument, code);
  if (population.aggregation === "SUM") return population;
  throw new HubError("BAD_USER_INPUT", "notSummable", { argument, code }, { where: argument });
}
