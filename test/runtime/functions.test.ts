import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { verify } from "../../src/projections/refresh";
import { keys } from "../../src/storage/records/keys";
import { type Cloud, startCloud } from "../support/lambda/cloud";
import { missingRuntime } from "../support/lambda/instance";
import { logFilter } from "../support/lambda/log-filter";
import { runbookFilters } from "../support/lambda/runbook";
import { starterEntries } from "../support/starter-table";

/** Without the runtime these suites are reported as skipped; the step of the CI that installs it fails if it cannot. */
const described = missingRuntime === null ? describe : describe.skip;

described("the bundles in their runtime", () => {
  let cloud: Cloud;

  beforeAll(async () => {
    cloud = await startCloud(await starterEntries());
  });
  afterAll(() => cloud.stop());
  beforeEach(() => cloud.newPeriod());
  afterEach(() => {
    cloud.store.faultOf = () => null;
  });

  const area = '{ area(code: "nil:1") { name } }';

  test("a cold start answers, and its instance is used again", async () => {
    const first = await cloud.ask(area);
    expect(first.json.data).toEqual({ area: { name: "DUOMO" } });
    expect(first.outcome).toMatchObject({ coldStart: true, errorType: null });
    const second = await cloud.ask(area);
    expect([second.json.data, second.outcome?.coldStart]).toEqual([first.json.data, false]);
    expect(cloud.part("ApiFunction").instances).toBe(1);
    expect(first.outcome!.peakBytes).toBeLessThan(512 * 1024 * 1024);
    expect(cloud.alarms()).toEqual([]);
  });

  test("the lines of a request are objects at their own level, and one has its numbers", async () => {
    await cloud.ask(area);
    const lines = cloud.part("ApiFunction").lines.map((line) => JSON.parse(line));
    const line = lines.find(({ message }) => message === "request");
    expect(line).toMatchObject({ level: "INFO", Requests: 1, Faults: 0, Function: "api" });
    expect(line.ReadUnits).toBeGreaterThan(0);
    expect(line.AnswerBytes).toBeGreaterThan(0);
  });
});

test("CloudWatch takes every search of the runbook, and it is none that finds everything", () => {
  const filters = runbookFilters();
  expect(filters.length).toBeGreaterThan(0);
  for (const { pattern } of filters)
    expect([pattern, logFilter(pattern)('{"level":"INFO"}')]).toEqual([pattern, false]);
});
