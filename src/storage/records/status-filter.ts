import { knownOrUnknown, type StatusOrUnknown, statuses } from "../../domain/kit/status";
import type { ItemFilter } from "../engine/query-input";

/** Items with one of the statuses; an item without the attribute has the status UNKNOWN. Absent ones exclude nothing. */
export function withStatus(
  wanted: readonly StatusOrUnknown[] | undefined,
  attribute = "status",
): readonly ItemFilter[] {
  if (wanted === undefined || wanted.length === knownOrUnknown.length) return [];
  if (!wanted.includes("UNKNOWN")) return [{ attribute, test: "oneOf", value: wanted }];
  return [{ attribute, test: "noneOf", value: statuses.filter((status) => !wanted.includes(status)) }];
}
