import type { ServiceListing } from "../../../src/domain/services/service-listing";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aCity, anArea, aSource, aTerm } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";
import { rebuild, verify } from "../../support/projections";

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
        status: "ACTIVE",
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
  return hub;
}

const counts = (measure: string, args: string) =>
  `{ aggregate(input: { measures: [${measure}], level: DISTRICT, ${args} }) {
     measures { total { value coverage { expected present } } }
     cells { groups { code } values { value } } } }`;

interface Counts {
  readonly aggregate: {
    readonly measures: readonly { readonly total: object }[];
    readonly cells: readonly {
      readonly groups: readonly { readonly code: string | null }[];
      readonly values: readonly { readonly value: number | null }[];
    }[];
  };
}

/** The total, and each cell in a line. */
async function countsOf(hub: TestHub, measure: string, args: string) {
  const { data, errors } = await hub.ask<Counts>(counts(measure, args));
  expect(errors).toBeUndefined();
  const { measures, cells } = data!.aggregate;
  const lines = cells.map(({ groups, values }) =>
    [...groups.map(({ code }) => code ?? "-"), values[0]!.value].join(" "),
  );
  return { total: measures[0]!.total, lines };
}

test("counts centres by kind and area, with zero cells, on two days", async () => {
  const hub = await cityOf(3);
  const on = (day: string) => countsOf(hub, "CENTRES", `groupBy: [KIND, AREA], on: "${day}"`);
  expect(await on("2026-12-31")).toEqual({
    total: { value: 3, coverage: { expected: 3, present: 2 } },
    lines: [
      "centre-kind:CAM municipio:1 0",
      "centre-kind:CAM municipio:2 0",
      "centre-kind:HUB municipio:1 2",
      "centre-kind:HUB municipio:2 0",
      "centre-kind:HUB - 1",
    ],
  });
  expect(await on("2022-12-31")).toEqual({
    total: { value: 3, coverage: { expected: 3, present: 1 } },
    lines: [
      "centre-kind:CAM municipio:1 1",
      "centre-kind:CAM municipio:2 0",
      "centre-kind:HUB municipio:1 0",
      "centre-kind:HUB municipio:2 0",
      "- municipio:1 1",
      "- - 1",
    ],
  });
  expect(await countsOf(hub, "CENTRES", 'groupBy: [KIND], on: "2022-12-31"')).toEqual({
    total: { value: 3, coverage: { expected: 3, present: 1 } },
    lines: ["centre-kind:CAM 1", "centre-kind:HUB 0", "- 2"],
  });
});

test("counts services by domain and target group; a service of two domains is in both", async () => {
  const hub = await cityOf(3);
  const { total, lines } = await countsOf(hub, "SERVICES", "groupBy: [CARE_DOMAIN, TARGET_GROUP]");
  expect(total).toEqual({ value: 3, coverage: { expected: 3, present: 1 } });
  expect(lines).toHaveLength(9 + 1);
  expect(lines.filter((line) => !line.endsWith(" 0"))).toEqual([
    "HEALTH target-group:OLD 1",
    "SOCIAL_CARE target-group:OLD 1",
    "HEALTH - 2",
  ]);
  expect(await countsOf(hub, "SERVICES", "groupBy: [AREA]")).toEqual({
    total: { value: 3, coverage: { expected: 3, present: 3 } },
    lines: ["municipio:1 3", "municipio:2 3"],
  });
});

test("a group has a name in both languages, and its record if it is one", async () => {
  const hub = await cityOf(3);
  const { data, errors } = await hub.ask(
    `{ aggregate(input: { measures: [SERVICES], groupBy: [TARGET_GROUP, CARE_DOMAIN, ORGANIZATION], level: DISTRICT,
       filter: [{ dimension: CARE_DOMAIN, codes: ["HEALTH"] }] }) {
       cells { groups { code name { it en } record { __typename id ... on TaxonomyTerm { taxonomy } } } } } }`,
  );
  expect(errors).toBeUndefined();
  const health = { code: "HEALTH", name: { it: "Salute", en: "Health" }, record: null };
  // No record of the organisation: its code is its name.
  const bureau = { code: "bureau", name: { it: "bureau", en: "bureau" }, record: null };
  const term = { __typename: "TaxonomyTerm", id: expect.any(String), taxonomy: "target-group" };
  expect(data).toMatchObject({
    aggregate: {
      cells: [
        { groups: [{ code: "target-group:OLD", name: { it: "Casa" }, record: term }, health, bureau] },
        { groups: [{ code: null, name: null, record: null }, health, bureau] },
      ],
    },
  });
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
  for (const [args, code] of [
    ["measures: [SERVICES], groupBy: [AREA, CARE_DOMAIN, TARGET_GROUP]", "LIMIT_EXCEEDED"],
    ['measures: [CENTRES], groupBy: [KIND], on: "2022"', "BAD_USER_INPUT"],
  ]) {
    const { errors } = await hub.ask(`{ aggregate(input: { ${args} }) { level } }`);
    expect([args, errors?.[0]?.extensions?.code]).toEqual([args, code]);
  }
});

test("counts of a city come from published documents, and equal the computed ones", async () => {
  const hub = await cityOf(5);
  const ofCity = 'city: "comune:1", level: DISTRICT';
  const ask = () =>
    hub.ask(`{
      centres: aggregate(input: { measures: [CENTRES], ${ofCity}, groupBy: [KIND, AREA], on: "2026-12-31" }) { ...Counts }
      services: aggregate(input: { measures: [SERVICES], ${ofCity}, groupBy: [CARE_DOMAIN, TARGET_GROUP, AREA] }) { ...Counts }
    }
    fragment Counts on Aggregate { city measures { total { value coverage { expected present } } }
      cells { groups { code name { it en } record { id } } values { value } } }`);
  const computed = await ask();
  expect(computed.errors).toBeUndefined();
  await rebuild(hub.table, now);
  expect(await ask()).toEqual(computed);
  expect(await verify(hub.table)).toEqual([]);
});
