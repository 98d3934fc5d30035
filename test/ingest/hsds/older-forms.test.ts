import type { Centre } from "../../../src/domain/places/centre";
import type { Service } from "../../../src/domain/services/service";
import type { ServiceAtLocation } from "../../../src/domain/services/service-at-location";
import { mapHsds } from "../../../src/ingest/hsds/map-hsds";

// SYNTHETIC data in the forms of openreferral/specification (examples/all_resources of 1.2, datapackage of 2.0), of Ohana
// and of the feeds of Open Referral UK 1 that councils publish.
const map = (...objects: object[]) =>
  mapHsds(
    objects.map((fields, line) => ({ line, fields: fields as Record<string, unknown> })),
    { sourceCode: "feed", organizationKind: "THIRD_SECTOR", timezone: "Europe/Rome", language: "it" },
    { areaCodesAt: () => [], levelsWithBoundary: new Set() },
  );
type Mapped = ReturnType<typeof map>;
const recordOf = <T>(type: string, { records }: Mapped): T =>
  records.find((each) => each.type === type)!.record as T;
const said = ({ problems }: Mapped) => problems.map(({ rule, column }) => [rule, column]);

const tables = {
  "organizations.csv": [{ id: "o1", name: "Banco", description: "Pacchi" }],
  "services.csv": [{ id: "sv1", organization_id: "o1", name: "Distribuzione", status: "active" }],
  "locations.csv": [{ id: "l1", organization_id: "o1", name: "Sede", latitude: "45.46", longitude: "9.19" }],
  "services_at_location.csv": [{ id: "sl1", service_id: "sv1", location_id: "l1" }],
  "physical_addresses.csv": [
    {
      id: "a1",
      location_id: "l1",
      address_1: "Via Inventata 1",
      city: "Milano",
      postal_code: "20100",
      country: "IT",
    },
  ],
  "postal_addresses.csv": [
    { id: "a2", location_id: "l1", address_1: "Casella 2", city: "Milano", country: "IT" },
  ],
  "regular_schedules.csv": [1, 2].map((weekday) => ({
    id: `r${weekday}`,
    service_id: "sv1",
    location_id: "l1",
    service_at_location_id: "sl1",
    weekday: String(weekday),
    opens_at: "09:00:00",
    closes_at: "17:00:00",
  })),
  "holiday_schedules.csv": [
    {
      id: "x1",
      service_id: "sv1",
      location_id: "l1",
      closed: "true",
      start_date: "2026-08-10",
      end_date: "2026-08-20",
    },
  ],
  "eligibility.csv": [{ id: "e1", service_id: "sv1", eligibility: "Adulti" }],
  "languages.csv": [
    { id: "la1", service_id: "sv1", language: "English" },
    { id: "la2", service_id: "sv1", language: "es" },
  ],
  "accessibility_for_disabilities.csv": [
    { id: "ac1", location_id: "l1", accessibility: "disabled_parking", details: "due posti" },
  ],
  "taxonomy.csv": [{ id: "t1", name: "Cibo", parent_id: "", parent_name: "", vocabulary: "AIRS" }],
  "services_taxonomy.csv": [{ id: "st1", service_id: "sv1", taxonomy_id: "t1", taxonomy_detail: "" }],
};

test("a folder of HSDS 1 gives address, hours, closures, users, languages and terms", () => {
  const mapped = map(tables);
  expect(mapped.records.map(({ type }) => type)).toEqual([
    "taxonomyTerm",
    "organization",
    "service",
    "centre",
    "serviceAtLocation",
  ]);
  expect(recordOf<Service>("service", mapped)).toMatchObject({
    eligibility: { it: "Adulti" },
    languages: ["en", "es"],
    serviceTypeCodes: ["feed-AIRS:t1"],
  });
  const centre = recordOf<Centre>("centre", mapped);
  expect(centre).toMatchObject({
    address: { streetAddress: "Via Inventata 1" },
    position: { latitude: 45.46, longitude: 9.19 },
    accessibility: [{ note: { it: "disabled_parking\ndue posti" } }],
  });
  for (const { openingRules } of [centre, recordOf<ServiceAtLocation>("serviceAtLocation", mapped)])
    expect(openingRules).toMatchObject({
      schedules: [
        { byday: ["MO"], opensAt: "09:00", closesAt: "17:00", isException: null },
        { byday: ["TU"], opensAt: "09:00", closesAt: "17:00", isException: null },
        ...(openingRules!.schedules.length > 2
          ? [{ isException: "CLOSED", validFrom: "2026-08-10", validTo: "2026-08-20", opensAt: null }]
          : []),
      ],
      unparsed: [],
    });
  expect(centre.openingRules!.schedules).toHaveLength(3);
  expect(said(mapped)).toEqual([["NOT_HELD", "location.organization_id"]]);
});

test("an unknown table, list or field is reported by its name, with its rows", () => {
  const mapped = map({
    ...tables,
    "payments_accepted.csv": [
      { id: "p", payment: "cash" },
      { id: "q", payment: "card" },
    ],
    "extra.csv": [],
  });
  expect(mapped.problems).toContainEqual(
    expect.objectContaining({
      rule: "NOT_HELD",
      column: "payments_accepted.csv",
      message: expect.stringMatching(/^2 rows/),
    }),
  );
  const nested = map({
    id: "s",
    name: "S",
    status: "active",
    organization: { id: "o", name: "O", social: { mastodon: "@o" } },
    reviews: [{ id: "r", title: "Buono" }],
    empty: [{}],
    tags: ["a"],
    wait: "2",
  });
  expect(said(nested)).toEqual([
    ["NOT_HELD", "organization.social"],
    ["NOT_HELD", "service.reviews"],
    ["NOT_HELD", "service.tags"],
    ["NOT_HELD", "service.wait"],
  ]);
});

test("a service of Open Referral UK 1 loads with everything nested", () => {
  const mapped = map({
    id: "playtime",
    name: "First Playtime",
    status: "active",
    organization: { id: "hub", name: "Family Hub" },
    eligibilitys: [{ id: "e", eligibility: "Families", minimum_age: 0, maximum_age: 5 }],
    languages: [{ id: "l", language: "English" }],
    service_taxonomys: [{ id: "st", taxonomy: { id: "esd:12", name: "Play", vocabulary: "esd" } }],
    service_at_locations: [
      {
        id: "sal",
        location: {
          id: "burnham",
          name: "Burnham",
          latitude: 51.53,
          longitude: -0.66,
          physical_addresses: [{ id: "a", address_1: "1 High Street", city: "Burnham", country: "GB" }],
        },
        regular_schedule: [
          {
            id: "r",
            weekday: "Thursday",
            opens_at: "09:30",
            closes_at: "10:30",
            dtstart: "2026-09-10T00:00:00.000Z",
            freq: "week",
            interval: 1,
            byday: "TH",
          },
        ],
        holiday_schedules: [
          { id: "h", closed: true, start_date: "2026-12-24", end_date: "2026-12-31" },
          {
            id: "i",
            closed: false,
            start_date: "2027-01-02",
            end_date: "2027-01-02",
            opens_at: "11:00",
            closes_at: "12:00",
          },
        ],
      },
    ],
  });
  expect(recordOf<Service>("service", mapped)).toMatchObject({
    minimumAge: 0,
    maximumAge: 5,
    eligibility: { it: "Families (0-5)" },
    languages: ["en"],
    serviceTypeCodes: ["feed-esd:esd-12"],
  });
  expect(recordOf<Centre>("centre", mapped).address).toMatchObject({ streetAddress: "1 High Street" });
  expect(recordOf<ServiceAtLocation>("serviceAtLocation", mapped).openingRules).toMatchObject({
    schedules: [
      { byday: ["TH"], opensAt: "09:30", validFrom: "2026-09-10", validTo: null },
      { isException: "CLOSED", validFrom: "2026-12-24", validTo: "2026-12-31" },
    ],
    unparsed: [{ about: "HOURS", validFrom: "2027-01-02", validTo: "2027-01-02" }],
  });
  expect(said(mapped)).toEqual([["HOURS_NOT_UNDERSTOOD", "schedule"]]);
});

test.each([
  [{ weekday: "Mon" }, ["MO"]],
  [{ weekday: 7 }, ["SU"]],
  [{ weekday: "Tuesday, Friday" }, ["TU", "FR"]],
  [{ weekday: "1", byday: "MO" }, ["MO"]],
  [{ weekday: "0" }, null],
  [{ weekday: "8" }, null],
  [{ weekday: "T" }, null],
  [{ weekday: "1", byday: "TU" }, null],
  [{ weekday: "1", freq: "MONTHLY" }, null],
  // Ohana writes a time as a moment of a day that means nothing.
  [{ weekday: 1, opens_at: "2000-01-01T08:00:00.000Z" }, null],
])("a day of the week as %j", (over, byday) => {
  const row = { id: "r", location_id: "l1", opens_at: "9:00", closes_at: "12:00", ...over };
  const { openingRules } = recordOf<Centre>(
    "centre",
    map({ ...tables, "regular_schedules.csv": [row], "holiday_schedules.csv": [] }),
  );
  expect(openingRules!.schedules.map((each) => each.byday)).toEqual(byday === null ? [] : [byday]);
  expect(openingRules!.unparsed).toHaveLength(byday === null ? 1 : 0);
});
