import { Allowances } from "../../../src/app/fair-use/allowances";
import { Pseudonyms } from "../../../src/app/fair-use/pseudonyms";
import type { LogEntry } from "../../../src/app/log";
import type { AllowancePolicy } from "../../../src/domain/identity/allowance";
import { batchOf } from "../../../src/domain/identity/allowance";
import type { Table } from "../../../src/storage/engine/table";
import { allowanceRepository } from "../../../src/storage/identity/allowance.repository";
import { everyItem } from "../../support/table-state";
import { startTable } from "../../support/test-table";

const policy: AllowancePolicy = { burst: 20_000, perSecond: 1_000 };
const spender = { id: "address 192.0.2.1", policy };

let table: Table;
let now: number;
let logs: LogEntry[];
beforeEach(async () => {
  table = await startTable();
  now = Date.parse("2026-11-29T10:00:00Z");
  logs = [];
});

function instance(of: Table | null, patienceMs = 600_000): Allowances {
  const repository = of && allowanceRepository(of);
  const clock = () => now;
  const pseudonyms = new Pseudonyms(repository, clock);
  return new Allowances({ repository, pseudonyms, clock, log: (entry) => logs.push(entry), patienceMs });
}

/** Units that a caller gets until it is rejected. */
async function spentBy(allowances: Allowances, units: number, atOnce: number): Promise<number> {
  let spent = 0;
  const client = async (): Promise<void> => {
    while (await allowances.take(spender, units)) spent += units;
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  return spent;
}

test("one instance gives a full bucket, in batches: a write for many requests", async () => {
  const allowances = instance(table);
  expect(await spentBy(allowances, 100, 5)).toBe(20_000);
  const writes = Number(table.meter.calls.Update);
  expect(writes).toBeLessThan(2 * 20 + 5);
  // Who has nothing left meets the store no more.
  const before = table.meter.total();
  expect(await allowances.take(spender, 100)).toBe(false);
  expect(table.meter.total()).toBe(before);
});

test("eight instances under parallel calls stay within the bucket and a batch for each", async () => {
  const instances = Array.from({ length: 8 }, () => instance(table));
  const seconds = 7;
  let spent = 0;
  for (let second = 0; second <= seconds; second += 1) {
    for (const part of await Promise.all(instances.map((each) => spentBy(each, 130, 4)))) spent += part;
    now += 1_000;
  }
  const given = policy.burst + seconds * policy.perSecond;
  expect(spent).toBeLessThanOrEqual(given);
  expect(spent).toBeGreaterThan(given - instances.length * batchOf(policy));
  // What instances held before is all that goes beyond what a bucket gives in a time.
  now += 60_000;
  let later = 0;
  for (const part of await Promise.all(instances.map((each) => spentBy(each, 130, 4)))) later += part;
  expect(later).toBeLessThanOrEqual(policy.burst + instances.length * batchOf(policy));
});

test("without its store an instance counts alone, says so, and gives a bucket at most", async () => {
  const broken = Object.create(table, {
    update: { value: () => Promise.reject(new Error("no store")) },
  }) as Table;
  const allowances = instance(broken);
  expect(await spentBy(allowances, 1_000, 3)).toBe(20_000);
  expect(logs.map(({ level, message }) => [level, message])).toEqual([
    ["error", "Allowances are counted by this instance alone."],
  ]);
  now += 5_000;
  expect(await spentBy(allowances, 1_000, 3)).toBe(5_000);
});

test("a store that does not answer in time is as good as none", async () => {
  const silent = Object.create(table, { update: { value: () => new Promise(() => undefined) } }) as Table;
  expect(await spentBy(instance(silent, 20), 1_000, 3)).toBe(20_000);
  expect(logs).toHaveLength(1);
});

test("work that was not known before is a debt, which the next request pays", async () => {
  const allowances = instance(null);
  expect(allowances.takeNow(spender, 1_000)).toBe(true);
  allowances.charge(spender, 25_000);
  expect([allowances.left(spender), allowances.takeNow(spender, 1)]).toEqual([0, false]);
  now += 6_000;
  expect(allowances.takeNow(spender, 1)).toBe(false);
  now += 1_000;
  expect(allowances.takeNow(spender, 900)).toBe(true);
});

test("no address is in the store", async () => {
  await instance(table).take(spender, 1);
  const text = JSON.stringify(await everyItem(table));
  expect(text).toContain("Allowance#");
  expect(text).not.toContain("192.0.2.1");
});
