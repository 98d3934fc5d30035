import fc from "fast-check";
import {
  type AllowancePolicy,
  afterTaking,
  allowanceKindOf,
  batchOf,
  msUntil,
  unitsLeft,
} from "../../../src/domain/identity/allowance";
import { anonymous, operator } from "../../../src/domain/identity/caller";

const policy: AllowancePolicy = { burst: 1_000, perSecond: 10 };
const now = Date.parse("2026-11-29T10:00:00Z");

test("a bucket that nobody used is full, and one that was used fills again by its rate", () => {
  expect(unitsLeft(policy, 0, now)).toBe(1_000);
  const fullAt = afterTaking(policy, 0, 400, now);
  expect(unitsLeft(policy, fullAt, now)).toBe(600);
  expect(unitsLeft(policy, fullAt, now + 5_000)).toBe(650);
  expect(unitsLeft(policy, fullAt, now + 60_000)).toBe(1_000);
});

test("says when enough units are there again; for more than a full bucket, when it is full", () => {
  const empty = afterTaking(policy, 0, 1_000, now);
  expect(msUntil(policy, empty, 0, now)).toBe(0);
  expect(msUntil(policy, empty, 50, now)).toBe(5_000);
  expect(msUntil(policy, empty, 5_000, now)).toBe(100_000);
});

test("in any time nobody gets more than a full bucket and what came back", () => {
  const steps = fc.array(fc.tuple(fc.nat(500), fc.nat(20_000)), { maxLength: 100 });
  fc.assert(
    fc.property(steps, (asked) => {
      let [fullAt, time, taken] = [0, now, 0];
      for (const [units, ms] of asked) {
        time += ms;
        if (unitsLeft(policy, fullAt, time) < units) continue;
        fullAt = afterTaking(policy, fullAt, units, time);
        taken += units;
        expect(taken).toBeLessThanOrEqual(policy.burst + ((time - now) * policy.perSecond) / 1_000 + 1e-6);
      }
    }),
  );
});

test("many small takes cost what one large does, also where a millisecond gives back more than one of them", () => {
  const large: AllowancePolicy = { burst: 1_000_000, perSecond: 1_000_000 };
  let fullAt = now;
  for (let i = 0; i < 1_000; i += 1) fullAt = afterTaking(large, fullAt, 10, now);
  // A number for an instant has no more digits.
  expect(Math.round(unitsLeft(large, fullAt, now) / 100)).toBe(9_900);
});

test("a batch is a twentieth of a bucket, and at least one unit", () => {
  expect([batchOf(policy), batchOf({ burst: 5, perSecond: 1 })]).toEqual([50, 1]);
});

test("who may change every record works for the city", () => {
  const key = { kind: "KEY", name: "a/key:1", organizationCode: "a" } as const;
  expect([
    allowanceKindOf(anonymous),
    allowanceKindOf({ ...key, scopes: ["READ_PARTNER"] }),
    allowanceKindOf({ ...key, scopes: ["WRITE_OWN", "EXPORT"] }),
    allowanceKindOf({ ...key, scopes: ["REVIEW"] }),
    allowanceKindOf(operator),
  ]).toEqual(["ANONYMOUS", "PARTNER", "PARTNER", "CITY", "CITY"]);
});
