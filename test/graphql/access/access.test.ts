import type { AccessFigures } from "../../../src/domain/access/access-figures";
import { createAreaBoundary } from "../../../src/domain/places/area-boundary";
import type { Centre } from "../../../src/domain/places/centre";
import { openingRulesOf } from "../../../src/ingest/kit/hours";
import { codecs } from "../../../src/storage/records/codecs";
import { saveAll } from "../../../src/storage/records/save";
import { aCentre, aCity, anArea, anIndicator, anObservation, aSource, aTerm } from "../../support/builders";
import { startHub, type TestHub } from "../../support/hub";
import { middleOf, square } from "../../support/synthetic-city";

const options = { origin: "test", now: "2026-01-01T00:00:00Z" };
const numbersTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
const kindPeriod = (fields: object = {}) => ({
  kindCode: "centre-kind:HUB",
  validFrom: null,
  validTo: null,
  assertedOn: "2026",
  sourceCode: "test",
  ...fields,
});

/** Squares of 2.2 x 1.6 km with 100 residents each, and the given centres. */
async function cityOf(areas: number, centres: readonly Partial<Centre>[]): Promise<TestHub> {
  const hub = await startHub();
  const save = <T>(codec: Parameters<typeof saveAll<T>>[1], records: T[]) =>
    saveAll(hub.table, codec, records, options);
  await save(codecs.sourceRef, [aSource()]);
  await save(codecs.taxonomyTerm, [aTerm(), aTerm({ code: "centre-kind:OFFICE" })]);
  await save(codecs.indicator, [
    anIndicator({ code: "residents" }),
    anIndicator({ code: "share", aggregation: "NONE" }),
  ]);
  await save(codecs.area, [aCity(), ...numbersTo(areas).map((i) => anArea({ code: `nil:${i}` }))]);
  await save(
    codecs.areaBoundary,
    numbersTo(areas).map((i) =>
      createAreaBoundary({
        areaCode: `nil:${i}`,
        level: "NEIGHBOURHOOD",
        polygons: [square(i).map((ring) => ring.map(([x, y]) => [x!, y!] as const))],
      }),
    ),
  );
  await save(
    codecs.observation,
    numbersTo(areas).map((i) => anObservation({ indicatorCode: "residents", areaCode: `nil:${i}` })),
  );
  await save(
    codecs.centre,
    centres.map((fields, i) => aCentre({ code: `test:${i + 1}`, kindHistory: [kindPeriod()], ...fields })),
  );
  return hub;
}

const figures = "coveredPeople coveredShare gapPeople gapPer1000 nearestMinutes twoStepScore enhancedScore";
const everything = (args: string) => `{ access(input: { period: "2024"${args} }) {
  population { code } period level minutes walkingSpeedKmh detourFactor radiusMetres on sort added closed
  centres centresReached centresNotWorking centresWithoutPosition centresOfUnknownKind
  distanceMethod placingMethod coverage { expected present }
  total { people figures { ${figures} } before { ${figures} } }
  areas { area { code } observation { value } exclusion reason { en } result { people figures { ${figures} } before { coveredShare }
    sensitivity { walkingSpeedKmh detourFactor radiusMetres coveredShare gapPer1000 } gapPer1000Low gapPer1000High } } } }`;

test("answers for two areas, one with a centre in its middle, with all parameters of the answer", async () => {
  const hub = await cityOf(2, [{ position: middleOf(1) }]);
  const { data, errors } = await hub.ask(everything(""));
  expect(errors).toBeUndefined();
  // A circle of 673 m has 1.423 of the 3.497 square kilometres of a square; the grid of 50 m finds it.
  expect(data).toEqual({
    access: {
      population: { code: "residents" },
      period: "2024",
      level: "NEIGHBOURHOOD",
      minutes: 15,
      walkingSpeedKmh: 3.5,
      detourFactor: 1.3,
      radiusMetres: 673,
      on: null,
      sort: "AREA",
      added: [],
      closed: [],
      centres: 1,
      centresReached: 1,
      centresNotWorking: 0,
      centresWithoutPosition: 0,
      centresOfUnknownKind: 0,
      distanceMethod: "STRAIGHT_LINE",
      placingMethod: "EVEN_SPREAD",
      coverage: { expected: 2, present: 2 },
      total: expect.objectContaining({ people: 200, before: null }),
      areas: [
        expect.objectContaining({
          area: { code: "nil:1" },
          observation: { value: 100 },
          exclusion: null,
          reason: null,
        }),
        expect.objectContaining({ area: { code: "nil:2" } }),
      ],
    },
  });
  const { areas, total } = (data as { access: { areas: { result: Result }[]; total: Result } }).access;
  const [first, second] = areas.map(({ result }) => result);
  expect(first!.figures.coveredShare).toBeCloseTo(0.407, 2);
  expect(second!.figures).toMatchObject({ coveredPeople: 0, gapPer1000: 1000, twoStepScore: 0 });
  // One centre is shared by all who reach it: the sum of people and score is 1.
  expect((first!.people * first!.figures.twoStepScore) / 1000).toBeCloseTo(1, 3);
  expect((total.people * total.figures.enhancedScore) / 1000).toBeCloseTo(1, 3);
  expect(first!.sensitivity.map(({ radiusMetres }) => radiusMetres)).toEqual([673, 962, 1250]);
  expect(first!.gapPer1000High).toBe(first!.figures.gapPer1000);
  expect(first!.gapPer1000Low).toBeLessThan(first!.figures.gapPer1000);
});

interface Result {
  readonly people: number;
  readonly figures: AccessFigures;
  readonly before: AccessFigures | null;
  readonly sensitivity: readonly { readonly radiusMetres: number }[];
  readonly gapPer1000Low: number;
  readonly gapPer1000High: number;
}

test("a what-if shows both sides, sorted by gap; nothing is stored", async () => {
  const hub = await cityOf(3, [{ position: middleOf(1) }, { position: middleOf(2) }]);
  const { latitude, longitude } = middleOf(3);
  const change = `whatIf: { close: ["test:1"], add: [{ name: "Nuova", latitude: ${latitude}, longitude: ${longitude} }] }`;
  const { data } = await hub.ask(
    `{ access(input: { period: "2024", sort: GAP, first: 2, ${change} }) { added closed centres
       areas { area { code } result { before { coveredShare } figures { coveredShare } } } total { before { coveredShare } figures { coveredShare } } } }`,
  );
  const { access } = data as { access: { areas: { area: object; result: Result }[]; total: Result } };
  expect(access).toMatchObject({ added: ["Nuova"], closed: ["test:1"], centres: 2 });
  expect(access.areas.map(({ area }) => area)).toEqual([{ code: "nil:1" }, expect.anything()]);
  const [first] = access.areas;
  expect(first!.result.figures.coveredShare).toBeLessThan(first!.result.before!.coveredShare);
  expect(access.total.before!.coveredShare).toBeCloseTo(access.total.figures.coveredShare, 2);
  const again = await hub.ask('{ access(input: { period: "2024" }) { centres } }');
  expect(again.data).toEqual({ access: { centres: 2 } });
});

test("a what-if without a change is the present", async () => {
  const hub = await cityOf(2, [{ position: middleOf(1) }]);
  const { data } = await hub.ask(
    `{ access(input: { period: "2024", whatIf: {} }) { total { before { ${figures} } figures { ${figures} } } } }`,
  );
  const { total } = (data as { access: { total: Result } }).access;
  expect(total.before).toEqual(total.figures);
});

test("leaves out centres that are closed or without a point, and counts them; no people, no figure", async () => {
  const hub = await cityOf(1, [
    { position: middleOf(1), status: "TEMPORARILY_CLOSED" },
    { position: null },
    { position: middleOf(1), kindHistory: [kindPeriod({ kindCode: "centre-kind:OFFICE" })] },
  ]);
  const ask = async (args: string) => (await hub.ask(everything(args))).data;
  const ofHubs = await ask(`, filter: { kinds: "centre-kind:HUB" }`);
  expect(ofHubs).toMatchObject({
    access: {
      centres: 0,
      centresNotWorking: 1,
      centresWithoutPosition: 1,
      total: { figures: { coveredPeople: 0, nearestMinutes: null } },
    },
  });
  const observation = anObservation({ indicatorCode: "residents", value: 0 });
  await saveAll(hub.table, codecs.observation, [observation], options);
  expect(await ask("")).toMatchObject({
    access: {
      total: null,
      coverage: { expected: 1, present: 0 },
      areas: [{ exclusion: "NOBODY", result: null }],
    },
  });
});

test("counts the centres of several kinds, now and on a day; one needs no brackets", async () => {
  const office = [kindPeriod({ kindCode: "centre-kind:OFFICE" })];
  const hub = await cityOf(1, [
    { position: middleOf(1) },
    { position: middleOf(1), kindHistory: office },
    { position: middleOf(1), kindHistory: [] },
  ]);
  const ask = async (filter: string, args = "") => {
    const { data, errors } = await hub.ask(
      `{ access(input: { period: "2024", filter: { ${filter} }${args} }) { centres } centres(filter: { ${filter} }) { totalCount } }`,
    );
    if (errors) throw new Error(errors[0]!.message);
    const { access, centres } = data as { access: { centres: number }; centres: { totalCount: number } };
    return [access.centres, centres.totalCount];
  };
  const [hubs, offices] = ["centre-kind:HUB", "centre-kind:OFFICE"].map((kind) => JSON.stringify(kind));
  expect(await ask(`kinds: [${hubs}, ${offices}]`)).toEqual([2, 2]);
  expect(await ask(`kinds: [${offices}]`)).toEqual([1, 1]);
  expect(await ask("kinds: []")).toEqual([3, 3]);
  expect(await ask(`kinds: ${hubs}`)).toEqual(await ask(`kinds: [${hubs}]`));
  const near = await hub.ask(
    `{ nearestCentres(input: { point: { latitude: ${middleOf(1).latitude}, longitude: ${middleOf(1).longitude} }, filter: { kinds: [${offices}] } }) { results { centre { code } } } }`,
  );
  expect(near.data).toEqual({ nearestCentres: { results: [{ centre: { code: "test:2" } }] } });
  await expect(ask('kinds: ["centre-kind:NONE"]')).rejects.toThrow("centre-kind:NONE");
});

test("asks for centres that are open on a day of the week; unknown hours do not count", async () => {
  const hours = { column: "hours", text: "Lun 9:00-12:00" };
  const closures = { column: "closures", text: "" };
  const { openingRules } = openingRulesOf(hours, closures, { year: 2026, timezone: "Europe/Rome" });
  const hub = await cityOf(2, [{ position: middleOf(1), openingRules }, { position: middleOf(2) }]);
  const { data } = await hub.ask(
    `{ access(input: { period: "2024", filter: { openOn: MO } }) { centres areas { result { figures { coveredPeople } } } } }`,
  );
  const { access } = data as { access: { centres: number; areas: { result: Result }[] } };
  expect(access.centres).toBe(1);
  expect(access.areas.map(({ result }) => result.figures.coveredPeople > 0)).toEqual([true, false]);
});

test("has no answer for a day before any stated kind of a centre, and one for later days", async () => {
  const hub = await cityOf(1, [{ position: middleOf(1) }]);
  const on = async (day: string) => (await hub.ask(everything(`, on: "${day}"`))).data;
  expect(await on("2020-01-01")).toMatchObject({
    access: {
      on: "2020-01-01",
      centresOfUnknownKind: 1,
      centresReached: null,
      total: null,
      areas: [
        { exclusion: "KIND_UNKNOWN", result: null, reason: { en: expect.stringContaining("1 centres") } },
      ],
    },
  });
  expect(await on("2026-12-31")).toMatchObject({
    access: { centresOfUnknownKind: 0, centres: 1, centresReached: 1 },
  });
});

test("an area without boundary or people has no figures, with the reason", async () => {
  const hub = await cityOf(1, []);
  await saveAll(hub.table, codecs.area, [anArea({ code: "nil:2" })], options);
  const { data } = await hub.ask(
    `{ access(input: { period: "2024" }) { areas { area { code } exclusion } } }`,
  );
  expect(data).toEqual({
    access: {
      areas: [
        { area: { code: "nil:1" }, exclusion: null },
        { area: { code: "nil:2" }, exclusion: "NO_POINTS" },
      ],
    },
  });
  const other = await hub.ask(
    `{ access(input: { period: "1999", areas: ["nil:1"] }) { total { people } areas { exclusion } } }`,
  );
  expect(other.data).toEqual({ access: { total: null, areas: [{ exclusion: "NO_POPULATION" }] } });
});

test.each([
  [`, minutes: 0`, "BAD_USER_INPUT", "minutes"],
  [`, walkingSpeedKmh: 9`, "BAD_USER_INPUT", "walkingSpeedKmh"],
  [`, detourFactor: 0.9`, "BAD_USER_INPUT", "detourFactor"],
  [`, first: 0`, "BAD_USER_INPUT", "first"],
  [`, population: "share"`, "BAD_USER_INPUT", "population"],
  [`, population: "nobody"`, "UNKNOWN_CODE", "population"],
  [`, filter: { kinds: ["centre-kind:NONE"] }`, "UNKNOWN_CODE", "filter.kinds"],
  [`, areas: ["comune:1"]`, "BAD_USER_INPUT", "areas"],
  [`, on: "2022"`, "BAD_USER_INPUT", "on"],
  [`, whatIf: { close: ["test:99"] }`, "UNKNOWN_CODE", "whatIf.close"],
  [`, whatIf: { add: [{ name: "x", latitude: 91, longitude: 9 }] }`, "BAD_USER_INPUT", "whatIf.add[0]"],
  [
    `, filter: { near: { point: { latitude: 45, longitude: 9 }, withinMetres: 5 } }`,
    "BAD_USER_INPUT",
    "filter.near",
  ],
])("rejects %s", async (args, code, where) => {
  const hub = await cityOf(1, [{ position: middleOf(1) }]);
  const { errors } = await hub.ask(`{ access(input: { period: "2024"${args} }) { centres } }`);
  expect(errors?.[0]?.extensions).toMatchObject({ code, where });
});
