import { publishedVersions, versionOver } from "../../src/app/published-versions";
import { type CountSubject, dimensionSets } from "../../src/domain/counts/count-classes";
import { careDomains } from "../../src/domain/services/service";
import { saveRecords } from "../../src/ingest/run/save-records";
import { changeOf } from "../../src/projections/projection";
import { refresh, verify } from "../../src/projections/refresh";
import { readCounted } from "../../src/queries/counts/read-counted";
import type { QueryContext } from "../../src/queries/kit/query-context";
import { loaded } from "../../src/storage/engine/reader";
import type { Table } from "../../src/storage/engine/table";
import { tableReader } from "../../src/storage/engine/table-reader";
import { codecOf, type HubRecord } from "../../src/storage/records/hub-record";
import { retireAll } from "../../src/storage/records/retire";
import {
  aCentre,
  aCity,
  anArea,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
  aTerm,
} from "../support/builders";
import { drill } from "../support/drill";
import { seededRandom } from "../support/seeded-random";
import { startTable } from "../support/test-table";

/** Publications of some edits each; after each one everything is counted again. */
const { numRuns: publications, seed } = drill(2_000, 12);

const random = seededRandom(seed);
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
const some = <T>(of: readonly T[]): T[] => of.filter(() => random() < 0.4);

const save = { origin: "test", now: "2026-01-01T00:00:00.000Z" };
const [one, two] = ["comune:1", "comune:2"];
const places = ["nil:1", "nil:2", "nil:3"];
const kinds = ["centre-kind:A", "centre-kind:B"];
const groups = ["target-group:A", "target-group:B"];
const statuses = ["ACTIVE", "PLANNED", null] as const;

const area = (code: string, cityCode: string): HubRecord => ({
  type: "area",
  record: anArea({ code, name: code, cityCode }),
});
const term = (code: string): HubRecord => ({
  type: "taxonomyTerm",
  record: aTerm({ code, taxonomy: code.split(":")[0]! }),
});
const base: readonly HubRecord[] = [
  { type: "sourceRef", record: aSource() },
  ...[...kinds, ...groups].map(term),
  ...["org:1", "org:2"].map(
    (code): HubRecord => ({ type: "organization", record: anOrganization({ code }) }),
  ),
  ...[one, two].map((code): HubRecord => ({ type: "area", record: aCity({ code, name: code }) })),
  ...places.map((code) => area(code, one)),
];

const said = (kindCode: string) => ({
  kindCode,
  assertedOn: pick(["2024-01-01", "2025-01-01"]),
  validFrom: null,
  validTo: null,
  sourceCode: "test",
});
const aNumber = (): number => Math.floor(random() * 8);

/** A new or a changed record; of an area, its city. */
function written(): HubRecord {
  const status = pick(statuses);
  const action = random();
  if (action < 0.4) {
    const areaCodes = pick([[one, pick(places)], [pick(places), pick(places)], [two], [one, two], []]);
    const sameAsCode = random() < 0.1 ? "test:0" : null;
    const record = aCentre({
      ...{ code: `test:${aNumber()}`, status, sameAsCode, areaCodes: [...new Set(areaCodes)] },
      kindHistory: some(kinds).slice(0, 1).map(said),
    });
    return { type: "centre", record: record.code === "test:0" ? { ...record, sameAsCode: null } : record };
  }
  const code = `test:s${aNumber()}`;
  if (action < 0.8)
    return {
      type: "service",
      record: aService({
        ...{ code, status, serviceAreaCodes: some([...places, two]), careDomains: some(careDomains) },
        ...{ organizationCode: pick(["org:1", "org:2"]), targetGroupCodes: some(groups) },
      }),
    };
  if (action < 0.97) {
    const record = aServiceAtLocation({
      ...{ code: `${code}:1`, serviceCode: code, centreCode: `test:${aNumber()}` },
    });
    return { type: "serviceAtLocation", record };
  }
  return area(pick(places), pick([one, two]));
}

async function edit(table: Table): Promise<void> {
  const record = written();
  await saveRecords(table, [record], save);
  const change = changeOf(record);
  if (record.type !== "area" && random() < 0.2) {
    const place = {
      type: record.type,
      key: change.key,
      code: codecOf(record.type).code(record.record as never),
    };
    await retireAll(table, [place], { ...save, reason: "test" });
  }
  await refresh(table, [change], { ...save, written: true });
}

const cities = [null, one, two, "nil:1"];

/** Every total: of each city, by each set of dimensions and by each of them alone. */
async function totalsOf(version: Pick<QueryContext, "records" | "repositories">): Promise<unknown[]> {
  const context = version as QueryContext;
  const found: unknown[] = [];
  for (const subject of ["CENTRES", "SERVICES"] satisfies CountSubject[])
    for (const city of cities)
      for (const dimensions of dimensionSets[subject]) {
        const asked = [...dimensions, "STATUS"] as ("AREA" | "STATUS")[];
        const scope = { level: "NEIGHBOURHOOD", city, on: "2024-06-01" } as const;
        const slice = await loaded(() => readCounted(subject, asked, scope, context).slice(asked));
        found.push([subject, city, dimensions, slice]);
      }
  return found;
}

async function driftsOfCounts(table: Table): Promise<string[]> {
  const { drifts } = await verify(table);
  return drifts.map(({ document }) => document).filter((document) => document.startsWith("Document#counts"));
}

test("after any edits the published numbers are those of a recount, and totals those of the records themselves", async () => {
  const table = await startTable();
  await saveRecords(table, base, save);
  await refresh(table, "EVERYTHING", { ...save, written: true });
  const versions = publishedVersions(table);
  const before = (await versions.current()).root;
  for (let n = 0; n < publications; n++) {
    for (let i = 0; i < 3; i++) await edit(table);
    const published = await versions.current();
    // Totals of what is published do not read the records.
    expect(await loaded(() => published.repositories.counts.scopes("SERVICES"))).not.toBeNull();
    expect(await totalsOf(published)).toEqual(await totalsOf(versionOver(tableReader(table), null)));
    if (n % 4 === 0) expect(await driftsOfCounts(table)).toEqual([]);
  }
  expect((await versions.current()).root!.version).toBeGreaterThan(before!.version);
});

test("lists of services and centres have as many records as their totals say", async () => {
  const table = await startTable();
  await saveRecords(table, base, save);
  await refresh(table, "EVERYTHING", { ...save, written: true });
  for (let n = 0; n < 30; n++) await edit(table);
  const { repositories } = await publishedVersions(table).current();
  const offered = ["ACTIVE", "UNKNOWN"] as const;
  const criteria = [
    {},
    { statuses: offered },
    ...[one, two, ...places].map((areaCode) => ({ areaCode, statuses: offered })),
  ];
  const ofServices = [
    ...criteria,
    { areaCode: one, careDomain: "HEALTH" as const },
    { organizationCode: "org:1", statuses: offered },
    { areaCode: one, targetGroupCode: groups[0]!, organizationCode: "org:2" },
    { age: 5, areaCode: one },
  ];
  let total = 0;
  for (const [name, each] of [
    ...criteria.map((of) => ["centres", of] as const),
    ...ofServices.map((of) => ["services", of] as const),
  ]) {
    const page = await loaded(() => repositories[name].page(each, { first: 100 }));
    const count = await loaded(() => page.totalCount());
    expect([name, each, count]).toEqual([name, each, page.edges.length]);
    total += count;
  }
  expect(total).toBeGreaterThan(20);
});
