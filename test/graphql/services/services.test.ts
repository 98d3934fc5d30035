import { saveRecords } from "../../../src/ingest/run/save-records";
import { refreshBatch } from "../../../src/projections/refresh";
import type { HubRecord } from "../../../src/storage/records/hub-record";
import {
  aCentre,
  aCity,
  anArea,
  anOrganization,
  aService,
  aServiceAtLocation,
  aSource,
  aTerm,
} from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const imported = { origin: "test", now: "2026-01-01T00:00:00Z" };
const numbersTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

/** Services with an organisation, a term, a source and two places each of their own. */
const recordsOf = (size: number): HubRecord[] =>
  numbersTo(size).flatMap((i): HubRecord[] => [
    { type: "sourceRef", record: aSource({ code: `test-${i}` }) },
    { type: "area", record: anArea({ code: `nil:${i}` }) },
    { type: "organization", record: anOrganization({ code: `bureau-${i}` }) },
    { type: "taxonomyTerm", record: aTerm({ code: `target-group:T${i}`, taxonomy: "target-group" }) },
    {
      type: "service",
      record: aService({
        code: `test:s${i}`,
        organizationCode: `bureau-${i}`,
        targetGroupCodes: [`target-group:T${i}`],
        serviceAreaCodes: [`nil:${i}`],
        sourceCodes: ["test", `test-${i}`],
      }),
    },
    ...["a", "b"].flatMap((place): HubRecord[] => [
      {
        type: "centre",
        record: aCentre({ code: `test:${i}${place}`, areaCodes: [`nil:${i}`], sourceCodes: [`test-${i}`] }),
      },
      {
        type: "serviceAtLocation",
        record: aServiceAtLocation({
          code: `test:s${i}:${place}`,
          serviceCode: `test:s${i}`,
          centreCode: `test:${i}${place}`,
        }),
      },
    ]),
  ]);

async function hubWith(records: readonly HubRecord[]): Promise<TestHub> {
  const hub = await startHub();
  const all: HubRecord[] = [
    { type: "sourceRef", record: aSource() },
    { type: "area", record: aCity() },
    ...records,
  ];
  await saveRecords(hub.table, all, imported);
  await refreshBatch(hub.table, all, imported);
  return hub;
}

const servicesQuery = /* GraphQL */ `
  query ($first: Int!) {
    services(first: $first) {
      totalCount
      nodes {
        name { it }
        organization { name }
        serviceAreas { name }
        targetGroups { name { it } }
        locations { code centre { name areas { name } sourceRefs { title } } sourceRefs { title } }
        sourceRefs { title licence }
      }
    }
  }
`;

interface ServicesAnswer {
  services: { totalCount: number; nodes: { locations: { centre: object }[]; targetGroups: object[] }[] };
}

test("50 services have all their links", async () => {
  const { ask } = await hubWith(recordsOf(50));
  const { data, errors } = await ask<ServicesAnswer>(servicesQuery, { first: 50 });
  expect(errors).toBeUndefined();
  expect(data!.services.totalCount).toBe(50);
  for (const { locations, targetGroups } of data!.services.nodes) {
    expect([locations.length, targetGroups.length]).toEqual([2, 1]);
    expect(locations[0]!.centre).not.toBeNull();
  }
});

test("every centre on a page has its services", async () => {
  const hub = await hubWith(recordsOf(25));
  const { data, errors } = await hub.ask<{ centres: { nodes: { services: { service: object }[] }[] } }>(
    "{ centres(first: 50) { nodes { services { service { name { it } } } } } }",
  );
  expect(errors).toBeUndefined();
  expect(data!.centres.nodes).toHaveLength(50);
  expect(data!.centres.nodes.every(({ services }) => services.length === 1)).toBe(true);
});

test("a service and a place of it are nodes", async () => {
  const hub = await hubWith(recordsOf(1));
  const query = `{ service(code: "test:s1") { __typename id locations { __typename id service { code } } } }`;
  const { data } = await hub.ask<{
    service: { __typename: string; id: string; locations: { id: string; service: object }[] };
  }>(query);
  const [place] = data!.service.locations;
  expect(place!.service).toEqual({ code: "test:s1" });
  const again = await hub.ask("query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }", {
    ids: [data!.service.id, place!.id],
  });
  expect(again.data).toEqual({
    nodes: [
      { __typename: "Service", id: data!.service.id },
      { __typename: "ServiceAtLocation", id: place!.id },
    ],
  });
});

test("a place that moved to another centre or service is listed by neither of the old ones", async () => {
  const hub = await hubWith(recordsOf(2));
  const moved = aServiceAtLocation({ code: "test:s1:a", serviceCode: "test:s2", centreCode: "test:2a" });
  await saveRecords(hub.table, [{ type: "serviceAtLocation", record: moved }], imported);
  const query = `{ service(code: "test:s1") { locations { code } } centre(code: "test:1a") { services { code } } }`;
  const behind = await hub.ask(query);
  expect(behind.data).toEqual({ service: { locations: [{ code: "test:s1:b" }] }, centre: { services: [] } });
  await refreshBatch(hub.table, [{ type: "serviceAtLocation", record: moved }], imported);
  const { data } = await hub.ask(`{ centre(code: "test:2a") { services { code } } }`);
  expect(data).toEqual({ centre: { services: [{ code: "test:s1:a" }, { code: "test:s2:a" }] } });
});

describe("filters", () => {
  let hub: TestHub;
  beforeAll(async () => {
    const groups = ["ANZIANI", "FAMIGLIE"].map((w) => `target-group:${w}`);
    const areas = ["municipio:5", "nil:1", "nil:2"];
    const service = (code: string, fields: Parameters<typeof aService>[0]): HubRecord => ({
      type: "service",
      record: aService({ code, name: { it: code, en: null }, ...fields }),
    });
    hub = await hubWith([
      ...areas.map((code): HubRecord => ({ type: "area", record: anArea({ code }) })),
      ...["bureau", "other"].map(
        (code): HubRecord => ({ type: "organization", record: anOrganization({ code }) }),
      ),
      ...groups.map(
        (code): HubRecord => ({
          type: "taxonomyTerm",
          record: aTerm({ code, taxonomy: "target-group" }),
        }),
      ),
      {
        type: "taxonomyTerm",
        record: aTerm({ code: "service-area:SPORTIVE", taxonomy: "service-area" }),
      },
      {
        type: "areaOverlaps",
        record: {
          code: "municipio:5",
          overlaps: [{ areaCode: "nil:1", share: null, shareOfOther: 0.3 }],
          sourceCodes: ["test"],
        },
      },
      service("free", {
        freeOfCharge: "YES",
        minimumAge: 65,
        channels: ["IN_PERSON", "PHONE"],
        languages: ["it", "en"],
        targetGroupCodes: groups,
        careDomains: ["SOCIAL_CARE", "SOCIAL_HEALTH"],
        serviceAreaCodes: ["municipio:5"],
      }),
      service("costly", {
        maximumAge: 17,
        languages: ["it"],
        freeOfCharge: "NO",
        organizationCode: "other",
        serviceAreaCodes: ["nil:2"],
      }),
      service("unknown", {
        targetGroupCodes: [groups[0]!],
        serviceTypeCodes: ["service-area:SPORTIVE"],
        careDomains: ["RECREATION"],
      }),
      { type: "centre", record: aCentre({ code: "test:1", areaCodes: ["nil:2"] }) },
      {
        type: "serviceAtLocation",
        record: aServiceAtLocation({ serviceCode: "unknown", centreCode: "test:1" }),
      },
    ]);
  });

  test.each([
    ["{}", ["costly", "free", "unknown"]],
    ["{ freeOfCharge: true }", ["free"]],
    ["{ freeOfCharge: false }", ["costly"]],
    ["{ freeOfCharge: null }", ["costly", "free", "unknown"]],
    ['{ organization: "bureau" }', ["free", "unknown"]],
    ['{ organization: "other", freeOfCharge: true }', []],
    ['{ organization: "bureau", area: "nil:2" }', ["unknown"]],
    ['{ targetGroup: "target-group:ANZIANI" }', ["free", "unknown"]],
    ['{ targetGroup: "target-group:FAMIGLIE" }', ["free"]],
    ['{ serviceType: "service-area:SPORTIVE" }', ["unknown"]],
    ["{ careDomain: SOCIAL_HEALTH }", ["free"]],
    ["{ age: 0 }", ["costly", "unknown"]],
    ["{ age: 17 }", ["costly", "unknown"]],
    ["{ age: 18 }", ["unknown"]],
    ["{ age: 65 }", ["free", "unknown"]],
    ["{ age: 130, freeOfCharge: true }", ["free"]],
    ["{ channel: PHONE }", ["free"]],
    ["{ channel: ONLINE }", []],
    ['{ language: "it" }', ["costly", "free"]],
    ['{ language: "en", age: 80 }', ["free"]],
    ['{ area: "municipio:5" }', ["free"]],
    ['{ area: "nil:1" }', ["free"]],
    ['{ area: "nil:2" }', ["costly", "unknown"]],
    ['{ area: "comune:1" }', ["costly", "free"]],
    ['{ area: "nil:2", careDomain: RECREATION, targetGroup: "target-group:ANZIANI" }', ["unknown"]],
  ])("%s finds %j", async (filter, codes) => {
    const { data, errors } = await hub.ask<{ services: { totalCount: number; nodes: { code: string }[] } }>(
      `{ services(filter: ${filter}) { totalCount nodes { code } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data!.services.nodes.map(({ code }) => code)).toEqual(codes);
    expect(data!.services.totalCount).toBe(codes.length);
  });

  test.each([
    ["area", "nil:99"],
    ["organization", "nobody"],
    ["targetGroup", "target-group:NESSUNO"],
    ["serviceType", "service-area:NESSUNA"],
  ])("rejects an unknown code in filter.%s", async (field, code) => {
    const { data, errors } = await hub.ask(`{ services(filter: { ${field}: "${code}" }) { totalCount } }`);
    expect(data).toEqual({ services: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringContaining(` has the code "${code}".`),
        extensions: { code: "UNKNOWN_CODE" },
      },
    ]);
  });

  test.each([
    ["{ age: -1 }", "filter.age"],
    ["{ age: 131 }", "filter.age"],
    ['{ language: "IT" }', "filter.language"],
    ['{ language: "" }', "filter.language"],
    ['{ openDuring: { from: "2026-06-08T10:00:00Z", to: "2026-06-08T10:00:00Z" } }', "filter.openDuring"],
  ])("rejects %s", async (filter, where) => {
    const { data, errors } = await hub.ask(`{ services(filter: ${filter}) { totalCount } }`);
    expect(data).toEqual({ services: null });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", where } }]);
  });

  test("reports which services state an age limit", async () => {
    const { data } = await hub.ask("{ services { nodes { code ageLimitStated minimumAge maximumAge } } }");
    expect(data).toEqual({
      services: {
        nodes: [
          { code: "costly", ageLimitStated: true, minimumAge: null, maximumAge: 17 },
          { code: "free", ageLimitStated: true, minimumAge: 65, maximumAge: null },
          { code: "unknown", ageLimitStated: false, minimumAge: null, maximumAge: null },
        ],
      },
    });
  });

  test("has pages by name, and a cursor is valid only for its own filter", async () => {
    const page = async (filter: string, after: string | null) =>
      hub.ask<{
        services: { nodes: { code: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
      }>(
        `query ($after: String) { services(filter: ${filter}, first: 2, after: $after) { nodes { code } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
    const { pageInfo } = (await page("{}", null)).data!.services;
    expect(pageInfo.hasNextPage).toBe(true);
    expect((await page("{}", pageInfo.endCursor)).data!.services.nodes).toEqual([{ code: "unknown" }]);
    const { errors } = await page('{ organization: "bureau" }', pageInfo.endCursor);
    expect(errors).toMatchObject([{ extensions: { code: "INVALID_CURSOR" } }]);
  });
});
