import { createCityCalendar } from "../../../src/domain/places/city-calendar";
import type { ServiceAtLocation } from "../../../src/domain/services/service-at-location";
import { openingRulesOf } from "../../../src/ingest/kit/hours";
import { saveRecords } from "../../../src/ingest/run/save-records";
import { refreshBatch } from "../../../src/projections/refresh";
import type { HubRecord } from "../../../src/storage/records/hub-record";
import { aCentre, aCity, aService, aServiceAtLocation, aSource } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";

const imported = { origin: "test", now: "2026-01-01T00:00:00Z" };
const context = { year: 2026, timezone: "Europe/Rome" };
const rulesOf = (hours: string, closures = "") =>
  openingRulesOf({ column: "hours", text: hours }, { column: "closures", text: closures }, context)
    .openingRules;

const calendar = createCityCalendar({
  code: "comune:1",
  timezone: "Europe/Rome",
  country: "IT",
  localHolidays: [],
  sourceCodes: ["test"],
});
const note = { it: "Forse non sono questi.", en: "Perhaps these are not they." };

/** A service at one place each: with hours of its own, without any, without any at a centre without hours, doubtful ones. */
const places: readonly [name: string, fields: Partial<ServiceAtLocation>, hours: string | null][] = [
  ["own", { openingRules: rulesOf("Lun 9:00-12:00", "tutto il mese di agosto") }, "Sab 9:00-12:00"],
  ["host", {}, "Lun 9:00-12:00"],
  ["silent", {}, null],
  [
    "doubtful",
    { openingRules: rulesOf("Lun 9:00-12:00"), openingHoursText: "Lun 9:00-12:00", openingHoursNote: note },
    null,
  ],
];

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  const records: HubRecord[] = [
    { type: "sourceRef", record: aSource() },
    { type: "area", record: aCity() },
    { type: "cityCalendar", record: calendar },
    ...places.flatMap(([name, fields, hours]): HubRecord[] => [
      { type: "service", record: aService({ code: name, name: { it: name, en: null } }) },
      {
        type: "centre",
        record: aCentre({
          code: `c:${name}`,
          areaCodes: ["comune:1"],
          openingRules: hours === null ? null : rulesOf(hours),
        }),
      },
      {
        type: "serviceAtLocation",
        record: aServiceAtLocation({
          code: `${name}:1`,
          serviceCode: name,
          centreCode: `c:${name}`,
          ...fields,
        }),
      },
    ]),
  ];
  await saveRecords(hub.table, records, imported);
  await refreshBatch(hub.table, records, imported);
});

const query = /* GraphQL */ `
  query ($time: DateTime!, $to: DateTime!) {
    services {
      nodes {
        code
        locations {
          isOpenAt(at: $time) { state reason rule { rawText } note { en } }
          nextOpening(from: $time) { opens mayOpenEarlier reason note { en } }
          openingHours(from: $time, to: $to) { state reason opens closes note { en } }
        }
      }
    }
  }
`;
const time = "2026-06-08T08:00:00.000Z";
const to = "2026-06-09T08:00:00.000Z";
const unknown = (reason: string, said: object, rule: object | null = null) => ({
  isOpenAt: { state: "UNKNOWN", reason, rule, note: said },
  nextOpening: { opens: null, mayOpenEarlier: true, reason, note: said },
  openingHours: [{ state: "UNKNOWN", reason, opens: time, closes: to, note: said }],
});
const reason = "WEEKLY_HOURS";

test("a service has its own hours at a centre, never those of the centre, and doubtful ones stay in doubt", async () => {
  const { data, errors } = await hub.ask<{
    services: { nodes: { code: string; locations: object[] }[] };
  }>(query, { time, to });
  expect(errors).toBeUndefined();
  const answers = Object.fromEntries(data!.services.nodes.map(({ code, locations }) => [code, locations]));
  expect(answers).toEqual({
    own: [
      {
        isOpenAt: { state: "OPEN", reason, rule: { rawText: "Lun 9:00-12:00" }, note: null },
        nextOpening: { opens: time, mayOpenEarlier: false, reason: null, note: null },
        openingHours: [
          { state: "OPEN", reason, opens: time, closes: "2026-06-08T10:00:00.000Z", note: null },
        ],
      },
    ],
    host: [
      unknown("NO_HOURS_OF_SERVICE", {
        en: "No source gives hours of the service at this place. The hours of the centre are known, but may differ from those of the service.",
      }),
    ],
    silent: [
      unknown("NO_HOURS_OF_SERVICE", {
        en: "No source gives hours of the service at this place, nor of the centre.",
      }),
    ],
    doubtful: [unknown("HOURS_DOUBTFUL", { en: note.en }, { rawText: "Lun 9:00-12:00" })],
  });
});

test("the closures of a place say whether its sources mention closures", async () => {
  const { data } = await hub.ask(
    `{ services(first: 5) { nodes { code locations { schedules { byday isException } closures(from: "2026-08-10T00:00:00Z", to: "2026-12-31T00:00:00Z") {
      known intervals { from to state rule { rawText parseConfidence } } } } } } }`,
  );
  const rawText = "tutto il mese di agosto";
  const everyDay = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
  expect(data).toMatchObject({
    services: {
      nodes: [
        {
          code: "doubtful",
          locations: [{ closures: { known: false, intervals: [] } }],
        },
        { code: "host", locations: [{ schedules: [], closures: { known: false, intervals: [] } }] },
        {
          code: "own",
          locations: [
            {
              schedules: [
                { byday: ["MO"], isException: null },
                { byday: everyDay, isException: "CLOSED" },
              ],
              closures: {
                known: true,
                intervals: [
                  {
                    from: "2026-08-10T00:00:00.000Z",
                    to: "2026-08-31T22:00:00.000Z",
                    state: "CLOSED",
                    rule: { rawText, parseConfidence: "CERTAIN" },
                  },
                ],
              },
            },
          ],
        },
        { code: "silent", locations: [{ closures: { known: false, intervals: [] } }] },
      ],
    },
  });
});

test.each([
  [`openAt: "${time}"`, ["own"]],
  [`openAt: "2026-06-09T08:00:00Z"`, []],
  ["openOn: MO", ["own"]],
  ["openOn: SA", []],
  [`openDuring: { from: "${time}", to: "2026-06-08T10:00:00Z" }`, ["own"]],
  [`openDuring: { from: "${time}", to: "2026-06-08T10:01:00Z" }`, []],
])("services(%s) finds those known to be open then: %j", async (filter, codes) => {
  const { data, errors } = await hub.ask<{ services: { totalCount: number; nodes: { code: string }[] } }>(
    `{ services(filter: { ${filter} }) { totalCount nodes { code } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data!.services.nodes.map(({ code }) => code)).toEqual(codes);
  expect(data!.services.totalCount).toBe(codes.length);
});
