import { HubError } from "../../domain/kit/errors";

/** @param what that could not be written, or who held the lease. */
export const leaseLost = (what: string): HubError =>
  new HubError("LEASE_LOST", {
    message: `This import was held up so long that another one took its place; it stopped at ${what}.`,
    messageIt: `Questa importazione è rimasta ferma tanto che un'altra ha preso il suo posto; si è fermata a ${what}.`,
    hint: "Nothing that the other one wrote was overwritten. Import again if it is still needed.",
  });
