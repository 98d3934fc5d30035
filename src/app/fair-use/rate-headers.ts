import { msFor, type RateLimit } from "../../domain/identity/allowance";
import type { HeaderList } from "../answers/stored-answer";

/** As in draft-ietf-httpapi-ratelimit-headers-10: the bucket, and how it is now. Seconds are those until it is full again. */
export function rateHeaders({ kind, limit, remaining, perSecond }: RateLimit): HeaderList {
  const policy = { burst: limit, perSecond };
  const secondsFor = (units: number): number => Math.ceil(msFor(policy, units) / 1_000);
  return [
    ["ratelimit-policy", `"${kind.toLowerCase()}";q=${limit};qu="cost-units";w=${secondsFor(limit)}`],
    ["ratelimit", `"${kind.toLowerCase()}";r=${remaining};t=${secondsFor(limit - remaining)}`],
  ];
}
