import { openTable } from "../../../src/app/open-table";
import { endWith } from "../../../src/entry/end-with";
import { ingestCommand } from "../../../src/entry/ingest.cli";
import { runIngest } from "../../../src/ingest/run/run";
import { verify } from "../../../src/projections/refresh";
import type { Table } from "../../../src/storage/engine/table";
import { keys } from "../../../src/storage/records/keys";
import { drill } from "../../support/drill";
import { type EngineServer, startEngineServer } from "../../support/engine-server";
import { type Fault, type FaultyProxy, faults, startFaultyProxy } from "../../support/faulty-proxy";
import { officesAt } from "../../support/offices-of";
import {
  centreCells,
  centres,
  featureCollection,
  folderWith,
  municipio,
  syntheticFiles,
} from "../../support/synthetic-city";
import { everyItem, stateOf } from "../../support/table-state";
import { startTable } from "../../support/test-table";

/** One district with its border, two centres, three offices; then all of them change, one office goes, and numbers come. */
const first = folderWith({
  "ds379_municipi_label.geojson": featureCollection([municipio(1)]),
  "ds3017_case_di_quartiere.csv": centres(centreCells(), centreCells({ id: "2" })),
  ...officesAt(1, 2, 3),
});
const second = folderWith({
  "ds379_municipi_label.geojson": featureCollection([municipio(5)]),
  "istat_indicatori_demografici_milano_2002_2025.csv":
    syntheticFiles["istat_indicatori_demografici_milano_2002_2025.csv"],
  "ds3017_case_di_quartiere.csv": centres(
    centreCells({ Note: "nuova", Municipio: "Municipio 4" }),
    centreCells({ id: "3" }),
  ),
  ...officesAt(1, 3, 4),
});
const now = "2026-11-22T10:00:00.000Z";
const { numRuns } = drill(5, 1);

let base: Awaited<ReturnType<typeof everyItem>>;
let expected: { readonly state: Record<string, unknown>; readonly report: unknown };
let requests: number;
let engine: EngineServer;
let proxy: FaultyProxy;
/** Past the proxy. */
let direct: Table;

async function start(): Promise<void> {
  engine = await startEngineServer();
  proxy = await startFaultyProxy(engine.url);
  const location = { engine: { kind: "endpoint", url: engine.url }, tableName: "vicinato" } as const;
  ({ table: direct } = await openTable(location, { share: false, patient: true }));
  await direct.batchWrite({ puts: base });
}

async function stop(): Promise<void> {
  await proxy.close();
  direct.client.destroy();
  engine.close();
}

beforeAll(async () => {
  const table = await startTable();
  await runIngest({ table, folder: await first, now });
  base = await everyItem(table);
  await start();
  expected = { report: (await run()).report, state: await stateOf(direct) };
  requests = proxy.count;
  await stop();
});
beforeEach(start);
afterEach(stop);

/** As the command does it, without the starter data. @param patient as the command is: lasting faults are the same with less waiting. */
async function run(patient = true) {
  const folder = await second;
  let said = "";
  const location = { engine: { kind: "endpoint", url: proxy.url }, tableName: "vicinato" } as const;
  try {
    const { table, close } = await openTable(location, { share: false, patient });
    const { sources } = await runIngest({ table, folder, now }).finally(close);
    const report = sources.map(({ source, status, records, deletes }) => ({
      ...{ source, status, records, deletes },
    }));
    return { code: 0, said, report };
  } catch (error) {
    const code = endWith(error, (text) => {
      said += text;
    });
    return { code, said, report: null };
  }
}

/** A lease that could not be given back ends by itself, a minute later. */
const aMinuteLater = () => direct.update(keys.importLease(), { set: { expiresAt: now } });

async function expectRightState(): Promise<void> {
  expect(await stateOf(direct)).toEqual(expected.state);
  expect(await verify(direct)).toEqual({ drifts: [], unreadable: [] });
}

test.each([0, 1, 2, 3, 4].slice(0, numRuns))(
  "an import that loses every fifth answer, from %i, ends as any other",
  async (seed) => {
    // Only once each: the repetition is answered.
    let lost = false;
    proxy.faultOf = (n) => {
      lost = !lost && n % 5 === seed;
      return lost ? "resetAfter" : null;
    };
    expect(await run()).toEqual({ code: 0, said: "", report: expected.report });
    await expectRightState();
  },
);

test.each([1, 2, 3].slice(0, numRuns))(
  "an import among faults of every kind ends as any other (%i)",
  async (seed) => {
    const quick = faults.filter((fault) => fault !== "slow" && fault !== "undone");
    let slow = 2;
    proxy.faultOf = (n) => {
      if (n % 60 === seed && slow-- > 0) return "slow";
      return n % 7 === seed ? quick[((n - seed) / 7) % quick.length]! : null;
    };
    expect(await run()).toEqual({ code: 0, said: "", report: expected.report });
    await expectRightState();
  },
);

const busy = "The store is too busy or too slow at the moment. Try again in some seconds.";
const noAnswer = "The store did not answer in time, or interrupted its answer. Try again in some seconds.";
const failed = "The store could not carry out a request. Try again in some seconds.";

const lasting: readonly (readonly [Fault, number, string])[] = [
  ["throttled", 0.4, busy],
  ["resetAfter", 0.3, noAnswer],
  ["slow", 0.5, noAnswer],
  ["failed", 0, failed],
  ["failed", 0.6, failed],
  ["resetBefore", 0.2, noAnswer],
  ["resetAfter", 0.8, noAnswer],
  ["exceeded", 0.9, busy],
];

test.each(lasting.slice(0, 2 * numRuns))(
  "a store that is %s from %d of an import on ends it with a clear error, and the next one is complete",
  async (fault, at, sentence) => {
    const from = Math.floor(at * requests);
    proxy.faultOf = (n) => (n >= from ? fault : null);
    const { code, said } = await run(false);
    expect([code, said]).toEqual([4, expect.stringContaining(sentence)]);
    expect(said).toMatch(/^The store said: .+\nWhat was written stays: run the same command again\.\n$/m);
    expect(said).not.toMatch(/\n {4}at /);
    proxy.faultOf = () => null;
    await aMinuteLater();
    expect(await run()).toMatchObject({ code: 0 });
    await expectRightState();
  },
);

test("a store that processes no batches ends an import with a clear error, and the next one is complete", async () => {
  proxy.faultOf = (_, operation) => (operation === "BatchWriteItem" ? "undone" : null);
  const { code, said } = await run(false);
  expect([code, said]).toEqual([4, expect.stringMatching(/^The store is too busy: \d+ of \d+ items were/)]);
  proxy.faultOf = () => null;
  expect(await run()).toMatchObject({ code: 0 });
  await expectRightState();
});

test("an import waits for a store that is briefly unavailable", async () => {
  let gone = false;
  proxy.faultOf = (n) => {
    if (gone || n < requests / 2) return null;
    gone = true;
    void proxy.refuse().then(proxy.listen);
    return "resetBefore";
  };
  expect(await run()).toEqual({ code: 0, said: "", report: expected.report });
  await expectRightState();
});

test("the command reports a missing server, a missing table and a missing permission", async () => {
  const ingest = async (url: string) => {
    let said = "";
    const code = await ingestCommand(["--from", await second], {
      variables: { VICINATO_DYNAMODB_ENDPOINT: url },
      out: () => undefined,
      err: (text) => {
        said += text;
      },
      now: () => new Date(now),
    });
    return { code, said };
  };
  engine.fault = {
    status: 400,
    body: { __type: "com.amazonaws.dynamodb.v20120810#AccessDeniedException", message: "not authorized" },
  };
  expect(await ingest(engine.url)).toEqual({
    code: 4,
    said:
      "The store does not accept the credentials. Check the profile or the keys, and their permissions on the table (docs/runbook.md, First load of data).\n" +
      "The store said: AccessDeniedException: not authorized\n" +
      "What was written stays: run the same command again.\n",
  });
  engine.fault = {
    status: 400,
    body: { __type: "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", message: "no such table" },
  };
  expect(await ingest(engine.url)).toEqual({
    code: 4,
    said: expect.stringMatching(
      /^The store does not have the table\. .*\nThe store said: ResourceNotFoundException: no such table\n/,
    ),
  });
  await proxy.refuse();
  expect(await ingest(proxy.url)).toEqual({
    code: 4,
    said: expect.stringMatching(/^The store cannot be reached\. .*\nThe store said: .*ECONNREFUSED/),
  });
  await proxy.listen();
});
