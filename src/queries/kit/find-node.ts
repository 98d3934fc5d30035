import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import type { EntityRef } from "../../domain/quality/data-quality-issue";
import type { ObservationKey } from "../../storage/indicators/observation.repository";
import { nodeNames } from "../../storage/records/hub-record";
import { fromGlobalId } from "./global-id";
import type { Records } from "./records";

/** A record together with the name of its type, which distinguishes it from others. */
export type TypedRecord = object & { readonly __typename: string };

/** The only node whose code has parts. */
const observation = "Observation";

/**
 * The record of a global id; `null` if it does not exist (any more).
 * @throws HubError INVALID_ID for an id of another hub.
 */
export function findNode(id: string, records: Records): TypedRecord | null {
  const entity = fromGlobalId(id);
  if (entity.type !== observation && !nodeNames.has(entity.type))
    throw new HubError("INVALID_ID", "unknown", { id }, { where: "id" });
  return findRecord(entity, records);
}

/**
 * The records of several global ids, in their order: an error in place of an id of another hub. An id of this hub whose record
 * is gone gives null, as for `node`: it is no mistake of the caller, and Relay relies on it when it fetches again.
 * @throws HubError LIMIT_EXCEEDED.
 */
export function findNodes(ids: readonly string[], records: Records): (TypedRecord | HubError | null)[] {
  if (ids.length > limits.nodes)
    throw new HubError("LIMIT_EXCEEDED", "ids", { count: ids.length, most: limits.nodes }, { where: "ids" });
  return ids.map((id) => {
    try {
      return findNode(id, records);
    } catch (error) {
      if (error instanceof HubError && error.code === "INVALID_ID") return error;
      throw error;
    }
  });
}

/** The record of a type and code; `null` if it does not exist (any more) or is not a Node. */
export function findRecord({ type, code }: EntityRef, records: Records): TypedRecord | null {
  const name = nodeNames.get(type);
  const key = type === observation ? observationKey(code) : null;
  const record = name ? records[name].one(code) : key && records.observation(key);
  return record && { ...record, __typename: type };
}

function observationKey(code: string): ObservationKey | null {
  const [indicatorCode, areaCode, period, ...rest] = code.split("@");
  return indicatorCode && areaCode && period && rest.length === 0
    ? { indicatorCode, areaCode, period }
    : null;
}
