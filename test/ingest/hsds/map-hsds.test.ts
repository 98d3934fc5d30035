import type { Centre } from "../../../src/domain/places/centre";
import type { Service } from "../../../src/domain/services/service";
import type { ServiceAtLocation } from "../../../src/domain/services/service-at-location";
import { mapHsds } from "../../../src/ingest/hsds/map-hsds";
import type { HsdsOptions } from "../../../src/ingest/hsds/options";
import type { MappingContext } from "../../../src/ingest/kit/source";

// SYNTHETIC objects in the form of HSDS 3, with what the sample of the specification does not have.
const options: HsdsOptions = {
  sourceCode: "feed",
  organizationKind: "THIRD_SECTOR",
  timezone: "Europe/Rome",
  language: "it",
};
const context: MappingContext = {
  areaCodesAt: ({ latitude }) => (latitude === 45 ? ["city:1"] : []),
  levelsWithBoundary: new Set(["CITY"] as const),
};
const busLine = "Autobus 1, a due passi dalla metropolitana";
const organization = { id: "org-1", name: "Ente inventato", description: "inventato" };
const location = {
  id: "loc-1",
  location_type: "physical",
  name: "Sede",
  latitude: 45,
  longitude: 9,
  transportation: busLine,
};
const weekly = { id: "sch-1", freq: "WEEKLY", byday: "TH,MO", opens_at: "09:00", closes_at: "12:30:00" };
const service = (over: object = {}) => ({
  id: "ser-1",
  name: "Sportello",
  status: "active",
  organization,
  service_at_locations: [{ id: "sal-1", location, schedules: [weekly] }],
  ...over,
});
const map = (...objects: object[]) =>
  mapHsds(
    objects.map((fields, line) => ({ line, fields: fields as Record<string, unknown> })),
    options,
    context,
  );
const recordOf = <T>(type: string, ...objects: object[]): T =>
  map(...objects).records.find((each) => each.type === type)!.record as T;
const rules = (...objects: object[]) =>
  map(...objects)
    .problems.filter(({ rule }) => rule !== "NOT_HELD")
    .map(({ rule, column }) => [rule, column]);

test("a valid service with its place has no problems", () => {
  expect(map(service()).records.map(({ type, lines }) => [type, lines])).toEqual([
    ["organization", [0]],
    ["service", [0]],
    ["centre", [0]],
    ["serviceAtLocation", [0]],
  ]);
  expect(map(service()).problems).toEqual([]);
  expect(recordOf<Service>("service", service()).name).toEqual({ it: "Sportello", en: null });
  expect(recordOf<Centre>("centre", service())).toMatchObject({
    position: { latitude: 45, longitude: 9 },
    areaCodes: ["city:1"],
    transportation: { it: busLine, en: null },
  });
});

test("a simple weekly rule becomes a row of hours", () => {
  const { openingRules, openingHoursText } = recordOf<ServiceAtLocation>("serviceAtLocation", service());
  expect(openingRules).toMatchObject({
    schedules: [
      { byday: ["MO", "TH"], opensAt: "09:00", closesAt: "12:30", timezone: "Europe/Rome", validFrom: null },
    ],
    unparsed: [],
    closuresKnown: false,
  });
  expect(openingHoursText).toBe("freq WEEKLY, byday TH,MO, opens_at 09:00, closes_at 12:30:00");
});

test.each([
  { freq: "MONTHLY" },
  { byday: "2MO" },
  { byday: "" },
  { interval: 2 },
  { count: 5 },
  { bymonthday: "1,2" },
  { timezone: "America/New_York" },
  { opens_at: "09:00Z" },
  { closes_at: null },
  { valid_from: "2026-02-30" },
  { valid_from: "2026-03-01", valid_to: "2026-01-01" },
])("a rule that is not simply weekly (%j) is kept as text and not interpreted", (over) => {
  const schedules = [{ ...weekly, ...over }];
  const one = service({ service_at_locations: [{ id: "sal-1", location, schedules }] });
  expect(recordOf<ServiceAtLocation>("serviceAtLocation", one).openingRules).toMatchObject({
    schedules: [],
    unparsed: [{ reason: "NOT_UNDERSTOOD", about: "HOURS" }],
  });
  expect(rules(one)).toEqual([["HOURS_NOT_UNDERSTOOD", "schedule"]]);
});

test("hours of the service apply at its places without hours of their own", () => {
  const one = service({ schedules: [weekly], service_at_locations: [{ id: "sal-1", location }] });
  expect(recordOf<ServiceAtLocation>("serviceAtLocation", one).openingRules!.schedules).toHaveLength(1);
});

test("one place of two services is one centre, and a fact that a later object adds is imported", () => {
  const other = service({
    id: "ser-2",
    service_at_locations: [{ id: "sal-2", location: { ...location, alternate_name: "La Sede" } }],
  });
  expect(map(service(), other).records.map(({ type }) => type)).toEqual([
    "organization",
    "service",
    "service",
    "centre",
    "serviceAtLocation",
    "serviceAtLocation",
  ]);
  expect(recordOf<Centre>("centre", service(), other).alternateName).toBe("La Sede");
  const contrary = service({
    id: "ser-2",
    service_at_locations: [{ id: "sal-2", location: { ...location, name: "Altra" } }],
  });
  expect(recordOf<Centre>("centre", service(), contrary).name).toBe("Sede");
  expect(rules(service(), contrary)).toEqual([["DUPLICATE", "location.id"]]);
});

test("a service without an organisation is one whose organisation is unknown, as HSDS 3 allows", () => {
  const alone = service({ organization: undefined });
  expect(recordOf<Service>("service", alone).organizationCode).toBeNull();
  expect(rules(alone)).toEqual([]);
});

test("attributes that another hub adds to HSDS are no types of its services", () => {
  const term = (taxonomy: string, code: string) => ({
    id: `a-${code}`,
    taxonomy_term: { id: code, taxonomy, code, name: code },
  });
  const given = service({ attributes: [term("vicinato-hsds", "certainty"), term("tipi", "sportello")] });
  expect(recordOf<Service>("service", given).serviceTypeCodes).toEqual(["feed-tipi:sportello"]);
  expect(map(given).records.flatMap(({ type, record }) => (type === "taxonomyTerm" ? record : []))).toEqual([
    expect.objectContaining({ code: "feed-tipi:sportello" }),
  ]);
});

test.each([
  [{ organization: undefined, organization_id: "nobody" }, "NOT_A_CODE", "service.organization_id"],
  [{ id: "../x" }, "NOT_A_CODE", "service.id"],
  [{ status: "open" }, "NOT_A_CODE", "service.status"],
  [{ minimum_age: 1.5 }, "NOT_A_COUNT", "service.minimum_age"],
  [{ cost_options: [{ id: "c", option: "x", amount: "abc" }] }, "NOT_A_COUNT", "cost_option.amount"],
  [{ languages: [{ id: "l", name: "Marziano" }] }, "NOT_A_CODE", "language.code"],
  [{ url: "not a url" }, "INVALID_RECORD", "url"],
  [{ minimum_age: 20, maximum_age: 10 }, "INVALID_RECORD", "maximumAge"],
])("%j is reported by name", (over, rule, column) => {
  expect(rules(service(over))).toContainEqual([rule, column]);
});

test("a place without an address to visit is not a centre, and its service is online", () => {
  const virtual = { id: "loc-2", location_type: "virtual", name: "Sito" };
  const one = service({ service_at_locations: [{ id: "sal-1", location: virtual }] });
  expect(map(one).records.map(({ type }) => type)).toEqual(["organization", "service"]);
  expect(recordOf<Service>("service", one).channels).toEqual(["ONLINE"]);
});

test("a service that is free in one case is not called paid, and one without costs not free", () => {
  const cost = (amount: unknown) => ({ id: `c-${amount}`, option: "caso", currency: "eur", amount });
  const freeOf = (...amounts: unknown[]) =>
    recordOf<Service>("service", service({ cost_options: amounts.map(cost) })).freeOfCharge;
  expect([freeOf(), freeOf(10), freeOf(0, 10), freeOf(null)]).toEqual([
    "UNKNOWN",
    "NO",
    "UNKNOWN",
    "UNKNOWN",
  ]);
});

test("names of persons and unsupported data are reported without their values", () => {
  const contact = { id: "c-1", name: "Persona Inventata", department: "Sportello", email: "a@example.org" };
  const { records, problems } = map(service({ contacts: [contact], wait_time: "due giorni" }));
  expect(problems.map(({ severity, rule, column, value }) => [severity, rule, column, value])).toEqual([
    ["NOTICE", "NOT_HELD", "contact.name", null],
    ["NOTICE", "NOT_HELD", "service.wait_time", null],
  ]);
  expect(JSON.stringify({ records, problems })).not.toContain("Persona");
});

test("endless nesting and fields of any kind end in records or problems, not in a crash", () => {
  let deep: object = { id: "x", name: "x" };
  for (let i = 0; i < 500; i++)
    deep = { id: `o-${i}`, name: "o", services: [{ id: `s-${i}`, name: "s", organization: deep }] };
  expect(map(deep).records.length).toBeGreaterThan(0);
  expect(() => map({}, { id: 1, name: [] }, { id: null, services: "x", locations: [null, 3] })).not.toThrow();
  expect(() => map({ "services.csv": 3, "x.csv": [] }, { __proto__: null, constructor: {} })).not.toThrow();
});
