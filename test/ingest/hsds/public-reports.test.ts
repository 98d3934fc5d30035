import type { Centre } from "../../../src/domain/places/centre";
import type { OpeningRules } from "../../../src/domain/schedule/opening-answer";
import type { Service } from "../../../src/domain/services/service";
import type { ServiceAtLocation } from "../../../src/domain/services/service-at-location";
import { mapHsds } from "../../../src/ingest/hsds/map-hsds";

// SYNTHETIC tables, each after the public report that its test names.
const map = (tables: object) =>
  mapHsds(
    [{ line: 0, fields: tables as Record<string, unknown> }],
    { sourceCode: "feed", organizationKind: "THIRD_SECTOR", timezone: "Europe/Rome", language: "en" },
    { areaCodesAt: () => [], levelsWithBoundary: new Set() },
  );
type Mapped = ReturnType<typeof map>;
const recordOf = <T>(type: string, { records }: Mapped): T =>
  records.find((each) => each.type === type)!.record as T;
const typesOf = ({ records }: Mapped) => records.map(({ type }) => type);
/** Without the organisation of the location, which the hub does not store. */
const said = ({ problems }: Mapped) =>
  problems
    .map(({ rule, column }) => [rule, column])
    .filter(([, column]) => column !== "location.organization_id");

const service = { id: "1", organization_id: "1", name: "Service", status: "active" };
const location = { id: "1", organization_id: "1", name: "Place" };
const tables = {
  "organizations.csv": [{ id: "1", name: "Organisation", description: "Text" }],
  "services.csv": [service],
  "locations.csv": [location],
  "services_at_location.csv": [{ id: "1", service_id: "1", location_id: "1" }],
};
const hoursOf = (table: string, ...rows: object[]) => {
  const all = rows.map((row, i) => ({ id: String(i), location_id: "1", ...row }));
  const mapped = map({ ...tables, [table]: all });
  return { ...recordOf<Centre>("centre", mapped), said: said(mapped) };
};
const spans = (rules: OpeningRules | null) =>
  rules!.schedules.map(({ byday, opensAt, closesAt }) => [byday.join(), opensAt, closesAt]);

test.each<[unknown, string[]]>([
  ["true", ["organization", "service"]],
  [true, ["organization", "service"]],
  ["1", ["organization", "service"]],
  ["false", ["organization", "service", "centre", "serviceAtLocation"]],
  ["", ["organization", "service", "centre", "serviceAtLocation"]],
])("a place that is virtual (%j) cannot be visited: openreferral/specification#69", (virtual, types) => {
  const mapped = map({ ...tables, "locations.csv": [{ ...location, virtual }] });
  expect(typesOf(mapped)).toEqual(types);
  expect(said(mapped)).toEqual(types.length > 2 ? [] : [["NOT_HELD", "location.location_type"]]);
  // By telephone or on the web: the row does not say which.
  expect(recordOf<Service>("service", mapped).channels).toEqual([]);
});

const terms = { "taxonomies.csv": [{ id: "t", name: "Young people", parent_id: "", vocabulary: "list" }] };
const link = { id: "x", taxonomy_id: "t", link_id: "1" };

test.each<[string, object, string[]]>([
  ["service_taxonomy.csv", { ...link, link_type: "organization" }, []],
  ["service_taxonomy.csv", { ...link, link_type: "organisation" }, []],
  ["service_taxonomy.csv", { ...link, link_type: "eligibility" }, []],
  ["service_taxonomy.csv", { ...link, link_type: "coverage" }, []],
  ["service_taxonomy.csv", { ...link, link_type: "service" }, ["feed-list:t"]],
  ["service_taxonomy.csv", { id: "x", taxonomy_id: "t", service_id: "1" }, ["feed-list:t"]],
  ["attributes.csv", { id: "x", taxonomy_term_id: "t", link_id: "1", link_entity: "location" }, []],
  [
    "attributes.csv",
    { id: "x", taxonomy_term_id: "t", link_id: "1", link_entity: "service" },
    ["feed-list:t"],
  ],
])(
  "a term of another record with the same key (%s %j) is not the service's: openreferral/specification#208",
  (name, row, codes) => {
    const mapped = map({ ...tables, ...terms, [name]: [row] });
    expect(recordOf<Service>("service", mapped).serviceTypeCodes).toEqual(codes);
    expect(said(mapped)).toEqual(codes.length > 0 ? [] : [["NOT_HELD", "attribute"]]);
  },
);

test("a term that is nested in an organisation is not that of a service with its key: openreferral/specification#208", () => {
  const attributes = [{ id: "x", taxonomy_term: { id: "t", name: "Young people", taxonomy: "list" } }];
  const organization = { id: "1", name: "Organisation", attributes };
  const nested = map({ id: "1", name: "Service", status: "active", organization });
  expect(recordOf<Service>("service", nested).serviceTypeCodes).toEqual([]);
  const own = map({
    id: "1",
    name: "Service",
    status: "active",
    organization: { id: "1", name: "O" },
    attributes,
  });
  expect(recordOf<Service>("service", own).serviceTypeCodes).toEqual(["feed-list:t"]);
});

test("a table that only a profile has is reported by name: OpenReferralUK/human-services#2", () => {
  const mapped = map({ ...tables, ...terms, "link_taxonomies.csv": [{ ...link, link_type: "cost_option" }] });
  expect(said(mapped)).toEqual([["NOT_HELD", "link_taxonomies.csv"]]);
  expect(recordOf<Service>("service", mapped).serviceTypeCodes).toEqual([]);
});

test.each([
  [{ weekday: "Tue", opens_at: "10am", closes_at: "5pm" }, ["TU", "10:00", "17:00"]],
  [{ weekday: "Monday", opens_at: "9:30 AM", closes_at: "12:00 p.m." }, ["MO", "09:30", "12:00"]],
  [{ weekday: 7, opens_at: "12am", closes_at: "12:30 am" }, ["SU", "00:00", "00:30"]],
  [{ weekday: "7", opens_at: "8:00 pm", closes_at: "24:00" }, ["SU", "20:00", "00:00"]],
  [{ weekday: 1, opens_at: "13pm", closes_at: "15:00" }, null],
  [{ weekday: 1, opens_at: "10ish", closes_at: "15:00" }, null],
])("hours of %j: codeforamerica/ohana-api#259", (row, span) => {
  const { openingRules } = hoursOf("regular_schedules.csv", row);
  expect(spans(openingRules)).toEqual(span === null ? [] : [span]);
  expect(openingRules!.unparsed).toHaveLength(span === null ? 1 : 0);
});

test("a weekly rule without weekday has its byday: OpenReferralUK/human-services#1", () => {
  const times = { opens_at: "9:00", closes_at: "12:00" };
  const rows = [
    { weekday: "", freq: "WEEKLY", byday: "MO,TH", ...times },
    { freq: "week", byday: "SA", ...times },
  ];
  expect(spans(hoursOf("regular_schedules.csv", ...rows).openingRules)).toEqual([
    ["MO,TH", "09:00", "12:00"],
    ["SA", "09:00", "12:00"],
  ]);
});

test("a day has two rows, before and after lunch: openreferral/specification#175", () => {
  const rows = [
    { weekday: 1, opens_at: "09:00", closes_at: "12:00" },
    { weekday: 1, opens_at: "14:00", closes_at: "18:00" },
  ];
  expect(spans(hoursOf("regular_schedules.csv", ...rows).openingRules)).toEqual([
    ["MO", "09:00", "12:00"],
    ["MO", "14:00", "18:00"],
  ]);
});

test("closed is 1, other hours are 0, and a day without a year is no day: openreferral/specification#59", () => {
  const { openingRules, said } = hoursOf(
    "holiday_schedules.csv",
    { closed: 1, start_date: "2026-12-25", end_date: "2026-12-26" },
    { closed: 0, start_date: "2026-12-24", end_date: "2026-12-24", opens_at: "10:00", closes_at: "12:00" },
    { closed: 1, start_date: "January 1", end_date: "January 1" },
  );
  expect(openingRules).toMatchObject({
    schedules: [{ isException: "CLOSED", validFrom: "2026-12-25", validTo: "2026-12-26" }],
    unparsed: [
      { validFrom: "2026-12-24", validTo: "2026-12-24" },
      { validFrom: null, validTo: null },
    ],
  });
  expect(said).toEqual([
    ["HOURS_NOT_UNDERSTOOD", "schedule"],
    ["HOURS_NOT_UNDERSTOOD", "schedule"],
  ]);
});

test("a count that is a date ends the rule at no known day: openreferral/specification#291", () => {
  const row = { freq: "WEEKLY", byday: "MO", opens_at: "09:00", closes_at: "12:00" };
  const counted = hoursOf("schedules.csv", { ...row, count: "2026-01-01" });
  expect(counted.openingRules).toMatchObject({ schedules: [], unparsed: [{}] });
  expect(counted.said).toEqual([["HOURS_NOT_UNDERSTOOD", "schedule"]]);
  expect(spans(hoursOf("schedules.csv", { ...row, wkst: "2026-01-01" }).openingRules)).toHaveLength(1);
});

test("a description of all days in the row of each is one text: openreferral/specification#492", () => {
  const row = {
    freq: "WEEKLY",
    opens_at: "09:00",
    closes_at: "12:00",
    description: "Monday and Friday mornings",
  };
  const { openingHoursText, openingRules } = hoursOf(
    "schedules.csv",
    { ...row, byday: "MO" },
    { ...row, byday: "FR" },
  );
  expect(openingHoursText).toBe("Monday and Friday mornings");
  expect(openingRules!.schedules).toHaveLength(2);
});

test.each([
  ["hotline", "hotline"],
  ["Toll free", "Toll free"],
  ["Voice/TTY", "Voice/TTY"],
  ["voice", null],
  ["", null],
])("a number of type %j takes calls: openreferral/specification#41, #193", (type, note) => {
  const mapped = map({
    ...tables,
    "phones.csv": [{ id: "p", service_id: "1", number: "800 000 000", type }],
  });
  expect(recordOf<Service>("service", mapped).phones).toEqual([
    { number: "800 000 000", note: note === null ? null : { it: null, en: note } },
  ]);
  expect(said(mapped)).toEqual([]);
});

test.each(["TTY", "fax", "Text phone", "TTY/Fax", "SMS", "pager"])(
  "a number of type %j takes no calls: openreferral/specification#193, codeforamerica/ohana-api#146",
  (type) => {
    const mapped = map({
      ...tables,
      "phones.csv": [{ id: "p", service_id: "1", number: "800 000 000", type }],
    });
    expect(recordOf<Service>("service", mapped).phones).toEqual([]);
    expect(said(mapped)).toEqual([["NOT_HELD", "phone.type"]]);
  },
);

test("a service that names its location is at it, with its organisation: openreferral/specification#28, #135", () => {
  const { "services_at_location.csv": links, ...older } = tables;
  const { organization_id: _, ...bare } = service;
  const mapped = map({ ...older, "services.csv": [{ ...bare, location_id: "1" }] });
  expect(recordOf<ServiceAtLocation>("serviceAtLocation", mapped)).toMatchObject({
    code: "feed:1:1",
    serviceCode: "feed:1",
    centreCode: "feed:1",
  });
  expect(recordOf<Service>("service", mapped).organizationCode).toBe("feed:1");
  expect(said(mapped)).toEqual([]);
  const both = map({
    ...older,
    "services.csv": [{ ...service, location_id: "1" }],
    "services_at_location.csv": links,
  });
  expect(typesOf(both).filter((type) => type === "serviceAtLocation")).toHaveLength(1);
  const lost = map({ ...older, "services.csv": [{ ...service, location_id: "9" }] });
  expect(said(lost)).toEqual([["NOT_A_CODE", "service_at_location.location_id"]]);
  expect(typesOf(lost)).toContain("service");
});

test("an area of a service at one place is reported, and not read as that of all: openreferral/specification#497", () => {
  const area = { id: "a", service_id: "1", service_at_location_id: "1", service_area: "Chemung County" };
  const mapped = map({ ...tables, "service_areas.csv": [area] });
  expect(said(mapped)).toEqual([["NOT_HELD", "service_area"]]);
  expect(recordOf<Service>("service", mapped).serviceAreaCodes).toEqual([]);
});

test("words about a language are no language, and its note is reported: openreferral/specification#160", () => {
  const rows = [
    { id: "a", service_id: "1", language: "French: not at all times, call ahead" },
    { id: "b", service_id: "1", name: "Spanish", note: "call ahead" },
  ];
  const mapped = map({ ...tables, "languages.csv": rows });
  expect(recordOf<Service>("service", mapped).languages).toEqual(["es"]);
  expect(said(mapped)).toEqual([
    ["NOT_A_CODE", "language.code"],
    ["NOT_HELD", "language.note"],
  ]);
});

test("capacities of several units are kept apart, and what is funded is reported: openreferral/specification#221", () => {
  const mapped = map({
    ...tables,
    "units.csv": ["beds", "spaces"].map((name) => ({ id: name, name })),
    "service_capacities.csv": [
      { id: "a", service_id: "1", unit_id: "beds", available: "0", maximum: "12" },
      { id: "b", service_id: "1", unit_id: "spaces", maximum: "5", funded: "4" },
    ],
  });
  expect(recordOf<ServiceAtLocation>("serviceAtLocation", mapped).capacity).toMatchObject([
    { unit: { it: null, en: "beds" }, available: 0, maximum: 12 },
    { unit: { it: null, en: "spaces" }, available: null, maximum: 5 },
  ]);
  expect(said(mapped)).toEqual([["NOT_HELD", "service_capacity.funded"]]);
});
