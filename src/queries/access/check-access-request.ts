import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { checkBounds, checkCount, checkGeoPoint, checkWholeDay } from "../kit/check-bounds";
import type { AccessRequest } from "./access-request";

/**
 * The checks that need no reads.
 * @throws HubError BAD_USER_INPUT naming the argument.
 */
export function checkAccessRequest(request: AccessRequest): void {
  const { minutes, walkingSpeedKmh, detourFactor, first, on, filter, whatIf } = request;
  checkBounds("minutes", minutes, limits.accessMinutes);
  checkBounds("walkingSpeedKmh", walkingSpeedKmh, limits.walkingSpeedKmh);
  checkBounds("detourFactor", detourFactor, limits.detourFactor);
  if (typeof first === "number") checkBounds("first", first, { smallest: 1, largest: limits.mapAreas });
  if (on) checkWholeDay("on", on);
  if (filter?.near) throw new HubError("BAD_USER_INPUT", "accessNear", null, { where: "filter.near" });
  const changes = { smallest: 0, largest: limits.whatIfCentres };
  checkCount("whatIf.add", whatIf?.add ?? [], changes);
  checkCount("whatIf.close", whatIf?.close ?? [], changes);
  for (const [i, planned] of (whatIf?.add ?? []).entries()) checkGeoPoint(`whatIf.add[${i}]`, planned);
}
