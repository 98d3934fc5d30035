import type { ServiceAtLocation } from "../../../src/domain/services/service-at-location";
import { mapHsds } from "../../../src/ingest/hsds/map-hsds";

// SYNTHETIC data; the kinds are those of openreferral/specification#265 (until, valid_to) and #292, and of HSDS 3.1.
const map = (service: object, timezone = "Europe/Rome") =>
  mapHsds(
    [
      {
        line: 0,
        fields: { id: "s", name: "S", status: "active", organization: { id: "o", name: "O" }, ...service },
      },
    ],
    { sourceCode: "feed", organizationKind: "THIRD_SECTOR", timezone, language: "it" },
    { areaCodesAt: () => [], levelsWithBoundary: new Set() },
  );
const location = { id: "l", location_type: "physical", name: "Sede" };
const at = (schedule: object, timezone?: string) => {
  const row = { id: "h", freq: "WEEKLY", byday: "MO,WE", opens_at: "09:00", closes_at: "12:00", ...schedule };
  const mapped = map({ service_at_locations: [{ id: "sal", location, schedules: [row] }] }, timezone);
  const place = mapped.records.find(({ type }) => type === "serviceAtLocation")!.record as ServiceAtLocation;
  return { rules: place.openingRules, said: mapped.problems.map(({ rule, column }) => [rule, column]) };
};

test.each([
  [{ until: "2026-06-30", valid_to: "2026-12-31" }, [null, "2026-06-30"]],
  [{ until: "2026-12-31", valid_to: "2026-06-30" }, [null, "2026-06-30"]],
  [{ dtstart: "2026-09-01", valid_from: "2026-01-01" }, ["2026-09-01", null]],
  [{ dtstart: "2026-01-01", valid_from: "2026-09-01" }, ["2026-09-01", null]],
  [{ valid_from: "2026-01-01", until: "20260630T235959Z" }, ["2026-01-01", "2026-06-30"]],
  [{ dtstart: "2026-09-09T22:00:00Z" }, ["2026-09-10", null]],
  [{ dtstart: "2026-09-10T00:00:00.000Z", valid_to: "2027-07-01" }, ["2026-09-10", "2027-07-01"]],
])("of %j the narrower bounds count", (bounds, [from, to]) => {
  const { rules, said } = at(bounds);
  expect(rules!.schedules.map((each) => [each.validFrom, each.validTo])).toEqual([[from, to]]);
  expect(said).toEqual([]);
});

test("bounds that leave no day, and one that is no day, are not interpreted", () => {
  for (const bounds of [
    { until: "2026-06-30", valid_from: "2026-07-01" },
    { until: "June", valid_to: "2026-12-31" },
  ])
    expect(at(bounds)).toMatchObject({
      rules: { schedules: [], unparsed: [{ about: "HOURS" }] },
      said: [["HOURS_NOT_UNDERSTOOD", "schedule"]],
    });
});

test("times in UTC are local ones of each season, and unknown without an end", () => {
  const utc = { opens_at: "08:00Z", closes_at: "11:00:00Z" };
  const seasons = at({ ...utc, valid_from: "2026-09-01", valid_to: "2027-06-30" }).rules!.schedules;
  expect(
    seasons.map(({ validFrom, validTo, opensAt, closesAt }) => [validFrom, validTo, opensAt, closesAt]),
  ).toEqual([
    ["2026-09-01", "2026-10-24", "10:00", "13:00"],
    ["2026-10-25", "2027-03-27", "09:00", "12:00"],
    ["2027-03-28", "2027-06-30", "10:00", "13:00"],
  ]);
  expect(at(utc)).toMatchObject({
    rules: { schedules: [], unparsed: [{}] },
    said: [["HOURS_NOT_UNDERSTOOD", "schedule"]],
  });
  expect(at(utc, "UTC").rules!.schedules).toMatchObject([
    { opensAt: "08:00", closesAt: "11:00", validFrom: null },
  ]);
  expect(
    at({ ...utc, closes_at: "23:30Z", valid_from: "2026-12-01", valid_to: "2026-12-31" }).rules!.schedules,
  ).toMatchObject([{ opensAt: "09:00", closesAt: "00:30" }]);
  expect(
    at({ ...utc, opens_at: "23:30Z", valid_from: "2026-12-01", valid_to: "2026-12-31" }).rules!.unparsed,
  ).toHaveLength(1);
});

test("an offset of the zone is the local time, and any other is another clock", () => {
  expect(at({ opens_at: "09:00+01:00", closes_at: "12:00+0200" }).rules!.schedules).toMatchObject([
    { opensAt: "09:00" },
  ]);
  expect(at({ opens_at: "09:00-05:00", closes_at: "12:00-05:00" }).rules!.schedules).toEqual([]);
});

test("a zone in hours, as HSDS 3 has it, is that of the file if the clock is so far ahead on all days", () => {
  const summer = { valid_from: "2026-06-01", valid_to: "2026-06-30" };
  const read = [
    { ...summer, timezone: 2 },
    { ...summer, timezone: "+2" },
    { ...summer, timezone: "2.0" },
  ];
  for (const rule of read) expect([rule, at(rule).said]).toEqual([rule, []]);
  const other = [
    { ...summer, timezone: 1 },
    // The clock changes within the year.
    { timezone: 1 },
    { ...summer, timezone: "2 or 3" },
  ];
  for (const rule of other)
    expect([rule, at(rule).said]).toEqual([rule, [["HOURS_NOT_UNDERSTOOD", "schedule"]]]);
});

test("hours online or by phone, or of another place, are not those of the place", () => {
  for (const attending_type of ["virtual", "Online", "phone", "telephone"])
    expect(at({ attending_type })).toEqual({ rules: null, said: [["NOT_HELD", "schedule.attending_type"]] });
  for (const attending_type of ["physical", "in person", ""])
    expect(at({ attending_type }).rules!.schedules).toHaveLength(1);
  const ofService = (over: object) => {
    const row = { id: "h", freq: "WEEKLY", byday: "MO", opens_at: "09:00", closes_at: "12:00", ...over };
    const mapped = map({ schedules: [row], service_at_locations: [{ id: "sal", location }] });
    return (mapped.records.find(({ type }) => type === "serviceAtLocation")!.record as ServiceAtLocation)
      .openingRules;
  };
  expect(ofService({ location_id: "l" })!.schedules).toHaveLength(1);
  expect(ofService({ location_id: "website" })).toBeNull();
});

const bed = {
  id: "c",
  unit: { id: "u", name: "posti letto" },
  available: 3,
  maximum: 10,
  updated: "2026-09-25T14:23:06.5+01:00",
};
const places = [{ id: "sal", location }];

test("the capacity of a service is stored at its only place", () => {
  const mapped = map({ service_capacities: [bed], service_at_locations: places });
  const { record } = mapped.records.find(({ type }) => type === "serviceAtLocation")!;
  expect((record as ServiceAtLocation).capacity).toEqual([
    {
      unit: { it: "posti letto", en: null },
      available: 3,
      maximum: 10,
      updatedAt: "2026-09-25",
      sourceCode: "feed",
    },
  ]);
  expect(mapped.problems).toEqual([]);
});

test.each<[string, object, object[]]>([
  // As in the sample of the specification.
  ["more free than there are", { ...bed, available: 12 }, places],
  ["without a unit", { ...bed, unit: undefined }, places],
  ["without a number", { ...bed, available: null, maximum: "molti" }, places],
  ["at two places", bed, [...places, { id: "sal2", location: { ...location, id: "l2" } }]],
])("a capacity %s is reported, and loses nothing else", (_name, capacity, at) => {
  const mapped = map({ service_capacities: [capacity], service_at_locations: at });
  expect(mapped.problems.map(({ rule, column, severity }) => [rule, column, severity])).toContainEqual([
    "NOT_HELD",
    "service_capacity",
    "WARNING",
  ]);
  expect(mapped.records.filter(({ type }) => type === "serviceAtLocation")).toHaveLength(at.length);
});
