import { HubError } from "../../domain/kit/errors";
import { limits } from "../../domain/kit/limits";
import { checkBounds, checkGeoPoint, checkWholeDay } from "../kit/check-bounds";
import type { AccessRequest } from "./access-request";

/**
 * The checks that need no reads.
 * @throws HubError BAD_USER_INPUT naming the argument.
 */
export function checkAccessRequest(request: AccessRequest): void {
  const { minutes, walkingSpeedKmh, detourFactor, first, kindsOn, filter, whatIf } = request;
  checkBounds("minutes", minutes, limits.accessMinutes);
  checkBounds("walkingSpeedKmh", walkingSpeedKmh, limits.accessSpeedKmh);
  checkBounds("detourFactor", detourFactor, limits.detourFactor);
  if (typeof first === "number") checkBounds("first", first, { smallest: 1, largest: limits.mapAreas });
  if (kindsOn) checkWholeDay("kindsOn", kindsOn);
  if (filter?.near) throw noCircle();
  const changes = { smallest: 0, largest: limits.whatIfCentres };
  checkBounds("whatIf.add", whatIf?.add.length ?? 0, changes);
  checkBounds("whatIf.close", whatIf?.close.length ?? 0, changes);
  for (const [i, planned] of (whatIf?.add ?? []).entries()) checkGeoPoint(`whatIf.add[${i}]`, planned);
}

const noCircle = (): HubError =>
  new HubError("BAD_USER_INPUT", {
    message: "filter.near is a circle, and access is asked of whole areas.",
    messageIt: "filter.near è un cerchio, mentre l'accesso si chiede per aree intere.",
    hint: "Leave filter.near out; filter.area narrows the centres to those of an area.",
    where: "filter.near",
  });
