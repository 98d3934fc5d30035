import { Float } from "type-graphql";
import type { AllowanceKind, RateLimit } from "../../domain/identity/allowance";
import { enumType } from "../kit/enum-type";
import { nonNull, output } from "../kit/output";
import { DateTimeScalar, SafeIntScalar } from "../kit/scalars";

const AllowanceKindEnum = enumType<AllowanceKind>("AllowanceKind", "Whose allowance counts.", {
  ANONYMOUS: "That of the address from which requests without a key come.",
  CITY: "That of a key or token of the editors of the city.",
  PARTNER: "That of a key or token of an organisation.",
});

export const RateLimitType = output<RateLimit>(
  "RateLimit",
  "What a caller may spend, in units of cost: a bucket that fills again all the time. costOf gives the cost of an operation.",
  {
    kind: nonNull(() => AllowanceKindEnum, "Whose allowance it is."),
    limit: nonNull(() => SafeIntScalar, "Units of a full bucket."),
    remaining: nonNull(() => SafeIntScalar, "Units left, this request included."),
    perSecond: nonNull(() => Float, "Units that come back each second."),
    resetAt: nonNull(
      () => DateTimeScalar,
      "Moment at which the bucket is full again if nothing else is spent.",
    ),
  },
);
