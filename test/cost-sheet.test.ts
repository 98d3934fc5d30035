import { readFileSync } from "node:fs";
import path from "node:path";
import { costOfMonth, type Needs, type Prices, totalOf } from "../bench/cost-sheet/model";
import needs from "../bench/cost-sheet/needs.json";
import prices from "../bench/cost-sheet/prices.json";
import { costSheet } from "../bench/cost-sheet/sheet";

test("the cost sheet is what the script computes: npm run cost-sheet", () => {
  const page = readFileSync(path.resolve(__dirname, "../docs/cost.md"), "utf8");
  expect(page).toBe(costSheet(needs, prices));
});

/** One of each, so that a sum is easily done by hand. */
const simple: Needs = {
  ...needs,
  ...{ bytes: 1e6, cpuMs: 1000, readUnits: 2, logBytes: 1000, memoryMb: 1769, metrics: 10, alarms: 10 },
  ...{ start: { cpuMs: 0, readUnits: 1000 }, tableGigabytes: 2 },
};
const dollars: Prices = { ...prices, eurPerUsd: 1 };

test("each part follows its formula", () => {
  const cost = costOfMonth(simple, dollars, { rate: 1, cached: 0.5 });
  const [millions, asked] = [2.628, 1.314];
  expect(cost["CloudFront: requests"]).toBeCloseTo(millions * 1.2, 6);
  expect(cost["CloudFront: bytes"]).toBeCloseTo(2628 * 0.085, 6);
  expect(cost.Firewall).toBeCloseTo(10 + millions * 0.6, 6);
  expect(cost.Gateway).toBeCloseTo(asked * 1.17, 6);
  expect(cost.Lambda).toBeCloseTo(asked * 0.23 + asked * 1e6 * (1769 / 1024) * 0.0000156138, 6);
  expect(cost["DynamoDB: reads"]).toBeCloseTo(asked * 3 * 0.1485, 6);
  expect(cost["Logs and traces"]).toBeCloseTo(1.314 * 0.6 + asked * 5, 6);
  expect(cost["Alarms, metrics and storage"]).toBeCloseTo(1 + 3 + 1, 6);
});

test("bytes become cheaper in tiers, and a cache saves what is behind it alone", () => {
  const million = { rate: 100, cached: 0 };
  // 262,800 GB: all of three tiers, and a part of the fourth.
  const gigabytes = 10240 * 0.085 + 40960 * 0.08 + 102400 * 0.06 + (262800 - 153600) * 0.04;
  expect(costOfMonth(simple, dollars, million)["CloudFront: bytes"]).toBeCloseTo(gigabytes, 4);
  const all = costOfMonth(simple, dollars, { rate: 100, cached: 1 });
  expect([all.Gateway, all.Lambda, all["DynamoDB: reads"]]).toEqual([0, 0, 0]);
  expect(totalOf(all)).toBeLessThan(totalOf(costOfMonth(simple, dollars, million)));
});
