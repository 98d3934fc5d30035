import { operation, queries } from "../kit/declare";
import { RateLimitType } from "./rate-limit.type";

queries({
  rateLimit: operation(
    () => RateLimitType,
    "What the caller may still spend: the organisation or token that sends the request, or the address without one; null if this hub limits nobody.",
    {},
    (_, { allowance, work }) => {
      work.readCaller();
      return allowance?.state() ?? null;
    },
  ),
});
