import { createCityCalendar } from "../../../src/domain/places/city-calendar";
import { parseClosures } from "../../../src/domain/schedule/parse-closures";
import { parseOpeningHours } from "../../../src/domain/schedule/parse-opening-hours";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aCity } from "../../support/builders";
import { type Answer, startHub, type TestHub } from "../../support/hub";

const imported = { origin: "test", now: "2026-01-01T00:00:00Z" };

/** The hours of a synthetic centre. */
function rulesOf(hours: string, closures: string) {
  const context = { year: 2026, timezone: "Europe/Rome" };
  const [open, closed] = [parseOpeningHours(hours, context), parseClosures(closures, context)];
  return {
    schedules: [...open.schedules, ...closed.schedules],
    unparsed: [...open.unparsed, ...closed.unparsed],
    closuresKnown: closed.closuresKnown,
  };
}

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
  const patron = {
    code: "city:patron",
    name: { it: "Patrono", en: "Patron" },
    sinceYear: null,
    kind: "FIXED",
    month: 12,
    day: 7,
  } as const;
  const calendar = createCityCalendar({
    code: "comune:1",
    timezone: "Europe/Rome",
    country: "IT",
    localHolidays: [patron],
    sourceCodes: ["test"],
  });
  await saveAll(hub.table, codecs.area, [aCity()], imported);
  await saveAll(hub.table, codecs.cityCalendar, [calendar], imported);
  const centre = (code: string, name: string, hours: string | null, closures = "Nessuna chiusura") =>
    aCentre({
      code,
      name,
      areaCodes: ["comune:1"],
      openingRules: hours === null ? null : rulesOf(hours, closures),
    });
  await saveAll(
    hub.table,
    codecs.centre,
    [
      centre("test:1", "Mattina", "Lun 9:00-12:00, Sab 9:00-12:00."),
      centre("test:2", "Notte", "Sab 20:00-02:00."),
      centre("test:3", "Chiusa", "Lun 9:00-12:00.", "tutto il mese di agosto"),
      centre("test:4", "Muta", null),
    ],
    imported,
  );
});

async function stateOf(code: string, time: string): Promise<string> {
  const { data, errors } = await hub.ask<{ centre: { isOpenAt: { state: string; reason: string } } }>(
    "query ($code: String!, $time: DateTime!) { centre(code: $code) { isOpenAt(at: $time) { state reason } } }",
    { code, time },
  );
  expect(errors).toBeUndefined();
  return `${data?.centre.isOpenAt.state} ${data?.centre.isOpenAt.reason}`;
}

test.each([
  ["test:1", "2026-06-08T10:00:00+02:00", "OPEN WEEKLY_HOURS"],
  ["test:1", "2026-06-08T08:00:00Z", "OPEN WEEKLY_HOURS"],
  ["test:1", "2026-06-09T10:00:00+02:00", "CLOSED OUTSIDE_WEEKLY_HOURS"],
  ["test:1", "2026-12-07T10:00:00+01:00", "UNKNOWN HOLIDAY_NOT_STATED"],
  ["test:2", "2026-06-14T01:30:00+02:00", "OPEN WEEKLY_HOURS"],
  ["test:3", "2026-08-10T10:00:00+02:00", "CLOSED STATED_CLOSURE"],
  ["test:4", "2026-06-08T10:00:00+02:00", "UNKNOWN NO_HOURS"],
])("%s at %s is %s", async (code, time, expected) => {
  expect(await stateOf(code, time)).toBe(expected);
});

interface CentrePage {
  readonly centres: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly name: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

async function namesOf(filter: object, first = 10): Promise<string[]> {
  const names: string[] = [];
  let after: string | null = null;
  do {
    const answer: Answer<CentrePage> = await hub.ask<CentrePage>(
      "query ($filter: CentreFilter, $first: Int!, $after: String) { centres(filter: $filter, first: $first, after: $after) { totalCount nodes { name } pageInfo { hasNextPage endCursor } } }",
      { filter, first, after },
    );
    const { data, errors } = answer;
    expect(errors).toBeUndefined();
    names.push(...data!.centres.nodes.map((node) => node.name));
    after = data!.centres.pageInfo.hasNextPage ? data!.centres.pageInfo.endCursor : null;
    if (after === null) expect(data!.centres.totalCount).toBe(names.length);
  } while (after !== null);
  return names;
}

test("filters find places known to be open, on full pages, with an exact total", async () => {
  expect(await namesOf({ openAt: "2026-06-08T10:00:00+02:00" })).toEqual(["Chiusa", "Mattina"]);
  expect(await namesOf({ openAt: "2026-06-08T10:00:00+02:00" }, 1)).toEqual(["Chiusa", "Mattina"]);
  expect(await namesOf({ openAt: "2026-08-10T10:00:00+02:00" })).toEqual(["Mattina"]);
  expect(await namesOf({ openOn: "SA" })).toEqual(["Mattina", "Notte"]);
  expect(
    await namesOf({ openDuring: { from: "2026-06-08T09:00:00+02:00", to: "2026-06-08T12:00:00+02:00" } }),
  ).toHaveLength(2);
  expect(
    await namesOf({ openDuring: { from: "2026-06-08T09:00:00+02:00", to: "2026-06-08T12:01:00+02:00" } }),
  ).toEqual([]);
});

test("a cursor of one instant is rejected for another", async () => {
  const query =
    "query ($time: DateTime!, $after: String) { centres(filter: { openAt: $time }, first: 1, after: $after) { pageInfo { endCursor } } }";
  const { data } = await hub.ask<{ centres: { pageInfo: { endCursor: string } } }>(query, {
    time: "2026-06-08T10:00:00+02:00",
  });
  const { errors } = await hub.ask(query, {
    time: "2026-06-08T11:00:00+02:00",
    after: data!.centres.pageInfo.endCursor,
  });
  expect(errors?.[0]?.extensions?.code).toBe("INVALID_CURSOR");
});

test("a period that is too long or reversed is rejected with an error that names it", async () => {
  const codesOf = async (from: string, to: string) =>
    (
      await hub.ask("query ($span: TimeSpan!) { centres(filter: { openDuring: $span }) { totalCount } }", {
        span: { from, to },
      })
    ).errors?.map((error) => error.extensions?.code);
  expect(await codesOf("2026-01-01T00:00:00Z", "2026-12-31T00:00:00Z")).toEqual(["LIMIT_EXCEEDED"]);
  expect(await codesOf("2026-01-02T00:00:00Z", "2026-01-01T00:00:00Z")).toEqual(["BAD_USER_INPUT"]);
});
