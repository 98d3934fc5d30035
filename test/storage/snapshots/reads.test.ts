import type { Hub } from "../../../src/app/create-hub";
import { anonymous } from "../../../src/domain/identity/caller";
import { saveRecords } from "../../../src/ingest/run/save-records";
import { refresh } from "../../../src/projections/refresh";
import { RequestWork } from "../../../src/storage/engine/request-work";
import { Table } from "../../../src/storage/engine/table";
import type { HubRecord } from "../../../src/storage/records/hub-record";
import { rootKey } from "../../../src/storage/snapshots/root";
import {
  aCentre,
  aCity,
  anArea,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
} from "../../support/builders";
import { examples } from "../../support/examples";
import { hubOver } from "../../support/hub";
import { cloneTable } from "../../support/starter-table";
import { startTable } from "../../support/test-table";

const verbs = ["batchGet", "count", "first", "get", "query"] as const;
type Read = `${(typeof verbs)[number]} ${string}`;

/** What is asked of a table from now on, but for the look which version is current. */
function readsOf(table: Table): Read[] {
  const reads: Read[] = [];
  for (const verb of verbs) {
    const read = table[verb].bind(table) as (...given: unknown[]) => unknown;
    Object.assign(table, {
      [verb]: (...given: unknown[]) => {
        const [what] = given as [{ readonly pk?: string; readonly partition?: string }];
        if (what.pk !== rootKey.pk) reads.push(`${verb} ${what.pk ?? what.partition ?? ""}`.trim() as Read);
        return read(...given);
      },
    });
  }
  return reads;
}

/** Behind everything that keeps whole answers. */
async function ask(hub: Hub, query: string, variables: Record<string, unknown> = {}) {
  const work = new RequestWork({ units: Number.POSITIVE_INFINITY, milliseconds: 600_000 });
  const contextValue = await hub.contextOf({ requestId: "test", caller: anonymous, work });
  const { body } = await work.run(() => hub.apollo.executeOperation({ query, variables }, { contextValue }));
  work.end();
  return body.kind === "single" ? body.singleResult : null;
}

/** Histories, changes, and the state of the data as a whole are asked of the table. */
const isLive = (query: string): boolean => /\b(asOf|changedBy|changes|dataVersion|history)\b/.test(query);

describe("the second time an example is asked", () => {
  let table: Table;
  let hub: Hub;
  let reads: Read[];
  beforeAll(async () => {
    table = await cloneTable();
    ({ hub } = hubOver(table, {}));
    reads = readsOf(table);
  });
  test.each(
    examples
      .filter(({ query }) => !/^mutation/m.test(query) && !isLive(query))
      .map((example) => [example.name, example] as const),
  )("%s reads nothing", async (_, { query, variables }) => {
    const first = await ask(hub, query, variables);
    reads.length = 0;
    const second = await ask(hub, query, variables);
    expect(reads).toEqual([]);
    expect(second?.data).toEqual(first?.data);
  });
});

const now = "2026-01-01T00:00:00.000Z";
const areaCodes = ["nil:1", "nil:2", "nil:3", "nil:4"];

/** A city with centres in four areas; each has two services. */
async function cityOf(centres: number): Promise<Table> {
  const table = await startTable();
  const numbers = Array.from({ length: centres }, (_, n) => n);
  const records: HubRecord[] = [
    { type: "sourceRef", record: aSource() },
    { type: "organization", record: anOrganization() },
    { type: "area", record: aCity() },
    ...areaCodes.map((code) => ({ type: "area", record: anArea({ code }) }) as const),
    ...numbers.flatMap((n): HubRecord[] => {
      const code = `test:${n}`;
      const record = aCentre({ code, name: `Casa ${n}`, areaCodes: [aCity().code, areaCodes[n % 4]!] });
      return [
        { type: "centre", record },
        ...["a", "b"].flatMap((each): HubRecord[] => [
          { type: "service", record: aService({ code: `test:s${each}${n}` }) },
          {
            type: "serviceAtLocation",
            record: aServiceAtLocation({
              code: `test:l${each}${n}`,
              serviceCode: `test:s${each}${n}`,
              centreCode: code,
            }),
          },
        ]),
      ];
    }),
  ];
  await saveRecords(table, records, { origin: "test", now });
  await refresh(table, "EVERYTHING", { now });
  return table;
}

/** A process that has nothing in memory. */
const coldProcess = ({ name, client }: Table): Table => new Table(name, client);

interface Centres {
  readonly centres: { readonly nodes: readonly { readonly services: readonly unknown[] }[] };
}

test("a page of centres with their services costs a bounded number of reads, however many there are", async () => {
  const query = `{ centres(filter: { area: "nil:1" }, first: 20) { totalCount nodes { name areas { name } sourceRefs { title }
    services { service { name { it } organization { name } } } } } }`;
  const costs: number[] = [];
  for (const size of [80, 400]) {
    const table = coldProcess(await cityOf(size));
    const { hub } = hubOver(table, {});
    const reads = readsOf(table);
    const answer = await ask(hub, query);
    expect(answer?.errors).toBeUndefined();
    const { centres } = answer!.data as unknown as Centres;
    expect(centres.nodes.map(({ services }) => services.length)).toEqual(Array(20).fill(2));
    // Parts of the snapshot, and nothing record by record.
    expect(new Set(reads)).toEqual(new Set(["batchGet"]));
    costs.push(reads.length);
    reads.length = 0;
    await ask(hub, query);
    expect(reads).toEqual([]);
  }
  expect(costs[1]).toBeLessThanOrEqual(costs[0]! + 2);
  expect(Math.max(...costs)).toBeLessThanOrEqual(16);
});
