import type { ServiceListing } from "../../../src/domain/services/service-listing";
import { saveRecords } from "../../../src/ingest/run/save-records";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aCity, anArea, aSource, aTerm } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";
import { followChanges, rebuild, verify } from "../../support/projections";

const now = "2026-01-01T00:00:00.000Z";
const options = { origin: "test", now };
const numbersTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** Two districts; every second centre is in the first, and the first one was a CAM. */
async function cityOf(size: number): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, options);
  await save(codecs.sourceRef, [aSource()]);
  await save(codecs.area, [
    aCity(),
    ...[1, 2].map((i) => anArea({ code: `municipio:${i}`, level: "DISTRICT" })),
  ]);
  await save(codecs.taxonomyTerm, [
    aTerm(),
    aTerm({ code: "centre-kind:CAM" }),
    aTerm({ code: "target-group:OLD", taxonomy: "target-group" }),
  ]);
  const current = { kindCode: "centre-kind:HUB", validFrom: null, validTo: null, assertedOn: "2026" };
  const cam = { ...current, kindCode: "centre-kind:CAM", assertedOn: "2021", validTo: "2025" };
  await save(
    codecs.centre,
    numbersTo(size).map((i) =>
      aCentre({
        code: `test:${i}`,
        areaCodes: i % 2 === 1 ? ["comune:1", "municipio:1"] : [],
        kindHistory: [...(i === 1 ? [cam] : []), current].map((kind) => ({ ...kind, sourceCode: "test" })),
      }),
    ),
  );
  await save(
    codecs.serviceListing,
    numbersTo(size).map(
      (i): ServiceListing => ({
        code: `test:s${i}`,
        name: `Servizio ${i}`,
        organizationCode: "bureau",
        careDomains: i === 1 ? ["HEALTH", "SOCIAL_CARE"] : ["HEALTH"],
        freeOfCharge: "UNKNOWN",
        channels: [],
        stepFree: "UNKNOWN",
        languages: [],
        minimumAge: null,
        maximumAge: null,
        serviceTypeCodes: [],
        targetGroupCodes: i === 1 ? ["target-group:OLD"] : [],
        locationCodes: [],
        areaCodes: ["municipio:1", "municipio:2"],
      }),
    ),
  );
  hub.table.meter.reset();
  return hub;
}

const centresOn = (on: string) =>
  `{ centreTotals(groupBy: [KIND, AREA], on: "${on}") { groupBy level on total unknownKind coverage { expected present }
     cells { kind { code } area { code } unknown count } } }`;

interface CentreCells {
  readonly centreTotals: {
    readonly cells: readonly {
      readonly kind: { readonly code: string } | null;
      readonly area: { readonly code: string } | null;
      readonly unknown: readonly string[];
      readonly count: number;
    }[];
  };
}
const rowsOf = (data: CentreCells | null | undefined) =>
  data?.centreTotals.cells.map(({ kind, area, unknown, count }) =>
    [kind?.code ?? "-", area?.code ?? "-", unknown.join(), count].join(" "),
  );

test("counts centres by kind and area, with zero cells, on two days", async () => {
  const hub = await cityOf(3);
  const today = await hub.ask<CentreCells>(centresOn("2026-12-31"));
  expect(today.errors).toBeUndefined();
  expect(today.data).toMatchObject({
    centreTotals: {
      groupBy: ["KIND", "AREA"],
      level: "DISTRICT",
      on: "2026-12-31",
      total: 3,
      unknownKind: 0,
      coverage: { expected: 3, present: 2 },
    },
  });
  expect(rowsOf(today.data)).toEqual([
    "centre-kind:CAM municipio:1  0",
    "centre-kind:CAM municipio:2  0",
    "centre-kind:HUB municipio:1  2",
    "centre-kind:HUB municipio:2  0",
    "centre-kind:HUB - AREA 1",
  ]);
  const then = await hub.ask<CentreCells>(centresOn("2022-12-31"));
  expect(then.data).toMatchObject({ centreTotals: { total: 3, unknownKind: 2 } });
  expect(rowsOf(then.data)).toEqual([
    "centre-kind:CAM municipio:1  1",
    "centre-kind:CAM municipio:2  0",
    "centre-kind:HUB municipio:1  0",
    "centre-kind:HUB municipio:2  0",
    "- municipio:1 KIND 1",
    "- - KIND,AREA 1",
  ]);
});

test("counts services by domain and target group; a service of two domains is in both", async () => {
  const hub = await cityOf(3);
  const { data, errors } = await hub.ask<{
    serviceTotals: { cells: { count: number; careDomain: string; unknown: string[] }[] };
  }>(
    `{ serviceTotals(groupBy: [CARE_DOMAIN, TARGET_GROUP]) { total coverage { expected present }
       cells { careDomain targetGroup { code } unknown count } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data?.serviceTotals).toMatchObject({ total: 3, coverage: { expected: 3, present: 1 } });
  expect(data?.serviceTotals.cells).toHaveLength(9 + 1);
  expect(data?.serviceTotals.cells.filter(({ count }) => count > 0)).toEqual([
    { careDomain: "HEALTH", targetGroup: { code: "target-group:OLD" }, unknown: [], count: 1 },
    { careDomain: "SOCIAL_CARE", targetGroup: { code: "target-group:OLD" }, unknown: [], count: 1 },
    { careDomain: "HEALTH", targetGroup: null, unknown: ["TARGET_GROUP"], count: 2 },
  ]);
  const byArea = await hub.ask("{ serviceTotals(groupBy: [AREA]) { total cells { area { code } count } } }");
  expect(byArea.data?.serviceTotals).toEqual({
    total: 3,
    cells: [1, 2].map((i) => ({ area: { code: `municipio:${i}` }, count: 3 })),
  });
});

test("totals cost the same calls for 3 as for 60", async () => {
  for (const size of [3, 60]) {
    const hub = await cityOf(size);
    await hub.ask(centresOn("2026-12-31"));
    // Centres, areas, terms.
    expect(hub.table.meter.calls).toEqual({ Query: 3 });
    hub.table.meter.reset();
    await hub.ask("{ serviceTotals(groupBy: [CARE_DOMAIN, AREA, TARGET_GROUP]) { total } }");
    // Services, areas, terms; one batch for every hundred services.
    expect(hub.table.meter.calls).toEqual({ Query: 3, BatchGet: 1 });
  }
});

test("rejects more cells than the limit, and an invalid day", async () => {
  const hub = await startHub();
  const areas = numbersTo(600).map((i) => anArea({ code: `nil:${i}` }));
  await saveAll(hub.table, codecs.area, areas, options);
  await saveAll(
    hub.table,
    codecs.taxonomyTerm,
    [aTerm({ code: "target-group:OLD", taxonomy: "target-group" })],
    options,
  );
  for (const [query, code] of [
    [
      "serviceTotals(groupBy: [AREA, CARE_DOMAIN, TARGET_GROUP], level: NEIGHBOURHOOD) { total }",
      "LIMIT_EXCEEDED",
    ],
    [`centreTotals(groupBy: [KIND], on: "2022") { total }`, "BAD_USER_INPUT"],
  ]) {
    const { errors } = await hub.ask(`{ ${query} }`);
    expect([query, errors?.[0]?.extensions?.code]).toEqual([query, code]);
  }
});

test("totals of a city come from published documents, by two reads, and equal the computed ones", async () => {
  const hub = await cityOf(5);
  const ask = () =>
    hub.ask<{ centres: object; services: object; unknown: null }>(`{
      centres: centreTotals(city: "comune:1", groupBy: [KIND, AREA], on: "2026-12-31") { city total unknownKind coverage { expected present } cells { kind { code } area { code name } unknown count } }
      services: serviceTotals(city: "comune:1", groupBy: [CARE_DOMAIN, TARGET_GROUP, AREA]) { city total cells { careDomain targetGroup { code } area { code } count } }
    }`);
  const computed = await ask();
  expect(computed.errors).toBeUndefined();
  expect(await verify(hub.table)).not.toEqual([]);
  await rebuild(hub.table, now);
  hub.table.meter.reset();
  expect(await ask()).toEqual(computed);
  // A manifest and a document each; the second time the manifest alone, which both share.
  expect(hub.table.meter.calls).toEqual({ Get: 1, Query: 2 });
  hub.table.meter.reset();
  await ask();
  expect(hub.table.meter.calls).toEqual({ Get: 1 });
  expect(await verify(hub.table)).toEqual([]);
});

test("a new centre changes the totals and nothing else", async () => {
  const hub = await cityOf(3);
  await rebuild(hub.table, now);
  const centre = aCentre({ code: "test:new", areaCodes: ["comune:1", "municipio:2"] });
  await saveRecords(hub.table, [{ type: "centre", record: centre }], { origin: "test", now });
  expect((await verify(hub.table)).map(({ scope, document }) => `${scope} ${document}`)).toEqual([
    "totals/comune:1 centres",
  ]);
  const followed = await followChanges(hub.table, [codecs.centre.key(centre)], now);
  expect(followed.map(({ scope, written }) => [scope, written])).toEqual([["totals/comune:1", 1]]);
  expect(await verify(hub.table)).toEqual([]);
});

test("totals of an unknown city are rejected with an error that names it", async () => {
  const hub = await cityOf(1);
  expect(
    await hub.ask(`{ centreTotals(city: "comune:none", groupBy: [KIND], on: "2026-12-31") { total } }`),
  ).toMatchObject({ errors: [{ extensions: { code: "UNKNOWN_CODE", where: "city" } }] });
});
