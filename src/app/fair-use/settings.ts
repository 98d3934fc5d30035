import * as z from "zod/mini";
import { type AllowancePolicies, usualPolicies } from "../../domain/identity/allowance";
import { requestLimits } from "../request-limits";

/** Below it the largest operation could never run. */
const leastBurst = requestLimits.units + requestLimits.requestUnits;

const policy = (least: number) =>
  z.optional(
    z.strictObject({
      burst: z.number().check(z.gte(least), z.lte(1e15)),
      perSecond: z.number().check(z.gt(0), z.lte(1e15)),
    }),
  );

const schema = z.strictObject({
  ANONYMOUS: policy(leastBurst),
  CITY: policy(leastBurst),
  PARTNER: policy(leastBurst),
  WRONG_KEYS: policy(1),
});

function parsed(text: string) {
  try {
    return schema.safeParse(JSON.parse(text || "{}"));
  } catch {
    return { success: false } as const;
  }
}

const off = "off";

export const areAllowances = (text: string): boolean => text === off || parsed(text).success;

/**
 * The allowances of a hub: the usual ones, but for those that are given. `null` if callers are not limited.
 * @param text for which `areAllowances` is true.
 */
export function allowancesIn(text: string): AllowancePolicies | null {
  if (text === off) return null;
  const found = parsed(text);
  const given = found.success ? found.data : {};
  return {
    ANONYMOUS: given.ANONYMOUS ?? usualPolicies.ANONYMOUS,
    CITY: given.CITY ?? usualPolicies.CITY,
    PARTNER: given.PARTNER ?? usualPolicies.PARTNER,
    WRONG_KEYS: given.WRONG_KEYS ?? usualPolicies.WRONG_KEYS,
  };
}
