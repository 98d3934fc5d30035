import { type AllowancePolicy, unitsLeft } from "../../../src/domain/identity/allowance";
import type { Table } from "../../../src/storage/engine/table";
import { allowanceRepository } from "../../../src/storage/identity/allowance.repository";
import { keys } from "../../../src/storage/records/keys";
import { startTable } from "../../support/test-table";

let table: Table;
beforeAll(async () => {
  table = await startTable();
});

const policy: AllowancePolicy = { burst: 10_000, perSecond: 100 };
const now = Date.parse("2026-11-29T10:00:00Z");

test("takes what is wanted, then what is there, then nothing", async () => {
  const buckets = allowanceRepository(table);
  const take = (least: number, wanted: number, at = now) =>
    buckets.take("a", policy, { least, wanted, now: at });
  expect((await take(100, 6_000)).units).toBe(6_000);
  expect((await take(100, 6_000)).units).toBe(4_000);
  const none = await take(100, 6_000);
  expect([none.units, unitsLeft(policy, none.fullAt, now)]).toEqual([0, 0]);
  // After 30 seconds 3,000 units came back; less than the least is not taken.
  expect((await take(3_001, 6_000, now + 30_000)).units).toBe(0);
  expect((await take(3_000, 6_000, now + 30_000)).units).toBe(3_000);
  // Long after it is full again, and not fuller.
  expect((await take(1, 50_000, now + 9_000_000)).units).toBe(10_000);
});

test("many takers at once never get more than there is, and leave nothing", async () => {
  const takers = Array.from({ length: 40 }, () => allowanceRepository(table));
  const taken = await Promise.all(
    takers.map((buckets) => buckets.take("b", policy, { least: 1, wanted: 700, now })),
  );
  expect(taken.reduce((sum, { units }) => sum + units, 0)).toBe(10_000);
});

test("an item says when it may be removed, and is removed from no reader", async () => {
  await allowanceRepository(table).take("c", policy, { least: 1, wanted: 10_000, now });
  const item = await table.get(keys.allowance("c"), true);
  expect(item).toMatchObject({ fullAt: now + 100_000 });
  expect(Number(item!.removableFrom) * 1_000).toBeGreaterThan(Number(item!.fullAt));
  expect(table.unpublished.isEmpty).toBe(true);
});

test("the secret of a day is the same for all instances, and another one on the next day", async () => {
  const secrets = await Promise.all(
    Array.from({ length: 10 }, () => allowanceRepository(table).secretOf("2026-11-29")),
  );
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^[\w-]{43}$/);
  expect(await allowanceRepository(table).secretOf("2026-11-30")).not.toBe(secrets[0]);
});
