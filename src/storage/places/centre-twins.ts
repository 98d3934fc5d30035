import { limits } from "../../domain/kit/limits";
import type { Reader } from "../engine/reader";
import { readWhole } from "../engine/whole-list";
import { keys } from "../records/keys";

/** The codes of the further records of each place, by the code of the record that stands for it. */
export type CentreTwins = ReadonlyMap<string, readonly string[]>;

/** They are few, because a steward decided on each. */
export function readCentreTwins(reader: Reader): CentreTwins {
  const whole = { limit: limits.totalledRecords, type: "Centre" };
  const items = readWhole(reader, { partition: keys.centreTwin("").pk }, whole);
  const twins = new Map<string, string[]>();
  for (const { code, sameAsCode } of items) {
    const own = twins.get(String(sameAsCode)) ?? [];
    own.push(String(code));
    twins.set(String(sameAsCode), own);
  }
  return twins;
}
