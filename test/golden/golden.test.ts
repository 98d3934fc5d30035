import { codecs } from "../../src/storage/records/codecs";
import { saveAll } from "../../src/storage/records/save";
import { startHub } from "../support/hub";
import { type PreparedHub, startPreparedHub } from "../support/prepared-hub";
import { sharedData, testWithSharedData } from "../support/shared-data";
import {
  type AccessResult,
  access,
  areasAt,
  feed,
  indexValues,
  indicatorCodes,
  type MapAnswer,
  maps,
  nearest,
  type ObservationAnswer,
  observations,
  openState,
  records,
} from "./adapter";
import { instants, points } from "./fixed-questions";
import { differences, expectGolden, type Fact, type GoldenLine, textOf } from "./golden-file";

const neighbourhoodCentres = "centre-kind:CASA_DI_QUARTIERE";
/** After the import, so that its changes are in the feed. */
const clock = () => "2026-09-26T12:00:00.000Z";
let hub: PreparedHub;
/** Every observation that the hub lists, by indicator. */
const published = new Map<string, readonly ObservationAnswer[]>();

beforeAll(async () => {
  if (sharedData(".") === null) return;
  hub = await startPreparedHub({ clock });
  for (const code of await indicatorCodes(hub)) published.set(code, await observations(hub, code));
});

/** Facts of several sorts that come one by one, under the thing that they are about; things in the order of their names. */
function grouped(facts: readonly (readonly [key: string, name: string, fact: Fact])[]): GoldenLine[] {
  const byKey = new Map<string, [string, Fact][]>();
  for (const [key, name, fact] of facts) {
    const own = byKey.get(key) ?? [];
    own.push([name, fact]);
    byKey.set(key, own);
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, own]) => ({ key, facts: Object.fromEntries(own.sort(([a], [b]) => (a < b ? -1 : 1))) }));
}

testWithSharedData("holds the same records", async () => {
  const all = await records(hub);
  const counts = grouped(
    [...new Set(all.map(({ type }) => type))].map((type) => [
      "records",
      type,
      all.filter((each) => each.type === type).length,
    ]),
  );
  const lines = all.map(({ type, code, hash }) => {
    const [indicator, area, period] = code.split("@");
    return type === "Observation"
      ? ([`${type} ${indicator} ${area}`, period!, hash] as const)
      : ([`${type} ${code}`, "record", hash] as const);
  });
  expectGolden("records", [...counts, ...grouped(lines)]);
});

const observationLines = (indicator: string, own: readonly ObservationAnswer[]): GoldenLine[] =>
  grouped(
    own.map(({ area, period, value, numerator, denominator, status }) => {
      const parts = numerator === null && denominator === null ? [] : [numerator, denominator];
      const states = status === "NORMAL" ? [] : [status];
      return [`${indicator} ${area.code}`, period, [value, ...parts, ...states]] as const;
    }),
  );

testWithSharedData("answers every observation with its value, its parts and its status", () => {
  expect([...published.values()].flat()).toHaveLength(37_827);
  expectGolden(
    "observations",
    [...published].flatMap(([indicator, own]) => observationLines(indicator, own)),
  );
});

test("names the one observation that another hub answers otherwise", async () => {
  const other = await startHub({ starter: true, clock });
  const lines = async () => textOf(observationLines("residents", await observations(other, "residents")));
  const before = await lines();
  const [observation] = await other.hub.repositories.observations.byKeys([
    { indicatorCode: "residents", areaCode: "nil:42", period: "2024" },
  ]);
  const changed = { ...observation!, value: observation!.value! + 1 };
  await saveAll(other.table, codecs.observation, [changed], { origin: "test", now: clock() });
  expect(differences(before, await lines())).toEqual(["residents nil:42: 2024 was 29331, is 29332"]);
});

/** Rank and decile, or why there are none. */
const standing = ({ rank, decile, exclusion }: MapAnswer["areas"][number]): Fact =>
  exclusion ?? [rank, decile];

testWithSharedData("maps every indicator, period and level with the same ranks and deciles", async () => {
  const questions = [...published].flatMap(([indicator, own]) => {
    const distinct = new Set(own.map(({ area, period }) => `${period} ${area.level}`));
    return [...distinct].map((each) => {
      const [period, level] = each.split(" ") as [string, string];
      return { indicator, period, level };
    });
  });
  const answers = await maps(hub, questions);
  const answered = questions.map((question, i) => ({ ...question, map: answers[i]! }));
  const ranks = answered.flatMap(({ indicator, period, map }) =>
    map.areas.map((each) => [`${indicator} ${each.area.code}`, period, standing(each)] as const),
  );
  expectGolden("ranks", grouped(ranks));
  const figures = answered
    .filter(({ level }) => level !== "CITY")
    .map(({ indicator, period, level, map }): GoldenLine => {
      const { ranked, residentsPeriod, coverage, cityObservation, distribution, classes } = map;
      return {
        key: `${indicator} ${period} ${level}`,
        facts: {
          ranked,
          residents: residentsPeriod,
          coverage: [coverage.present, coverage.expected],
          city: cityObservation?.value,
          ...distribution,
          classes: classes.map(({ to, areaCodes }) => `${areaCodes.length}<=${to.toPrecision(8)}`),
        },
      };
    });
  expectGolden("maps", figures);
  // What a map shows is what the list of observations shows.
  const values = new Map(
    [...published].flatMap(([indicator, own]) =>
      own.map(({ area, period, value }) => [`${indicator} ${area.code} ${period}`, value] as const),
    ),
  );
  const others = answered.flatMap(({ indicator, period, map }) =>
    map.areas
      .map(
        ({ area, observation }) =>
          [`${indicator} ${area.code} ${period}`, observation?.value ?? null] as const,
      )
      .filter(([key, value]) => (values.get(key) ?? null) !== value),
  );
  expect(others).toEqual([]);
});

testWithSharedData("finds the same centres and areas at a hundred points", async () => {
  const near = await nearest(hub, points, { first: 3, withinMetres: 3000 });
  // A search is the most expensive of the questions here: neighbourhood centres at every fourth point.
  const some = points.filter((_, i) => i % 4 === 0);
  const nearNeighbourhoodCentres = await nearest(hub, some, {
    first: 2,
    withinMetres: 3000,
    kind: neighbourhoodCentres,
  });
  const areas = await areasAt(hub, points);
  const found = points.map(({ latitude, longitude }, i): GoldenLine => {
    const named = (list: (typeof near)[number]): Fact =>
      list.map(({ centre, distanceMetres, walkingMinutes }) =>
        [centre.code, distanceMetres, walkingMinutes].join("|"),
      );
    return {
      key: `${latitude} ${longitude}`,
      facts: {
        areas: areas[i]!,
        centres: named(near[i]!),
        ...(i % 4 === 0 && { neighbourhood: named(nearNeighbourhoodCentres[i / 4]!) }),
      },
    };
  });
  expectGolden("points", found);
});

/** To neighbourhood centres, but for the second one. */
const scenarios = {
  "within 15 minutes": `period: "2024", population: "residents_65plus", filter: { kinds: "${neighbourhoodCentres}" }`,
  "within 15 minutes of a social work office": `period: "2024", population: "residents_65plus", filter: { kinds: "centre-kind:SSPT_OFFICE" }`,
  "adults within 10 minutes": `population: "residents", period: "2024", minutes: 10, walkingSpeedKmh: 5, filter: { kinds: "${neighbourhoodCentres}" }`,
  "of those of 2022": `period: "2024", population: "residents_65plus", on: "2022-12-31", filter: { kinds: "${neighbourhoodCentres}" }`,
  "without three of them": `period: "2024", population: "residents_65plus", filter: { kinds: "${neighbourhoodCentres}" }, whatIf: { close: ["ds3017:24", "ds3017:25", "ds3017:26"] }`,
};

const accessFacts = (result: AccessResult | null): GoldenLine["facts"] =>
  result === null
    ? {}
    : {
        people: result.people,
        ...result.figures,
        low: result.gapPer1000Low,
        high: result.gapPer1000High,
        ...(result.before && { coveredBefore: result.before.coveredPeople }),
      };

testWithSharedData("says the same of the access of every area", async () => {
  const lines: GoldenLine[] = [];
  for (const [name, scenario] of Object.entries(scenarios)) {
    const { areas, total, coverage, ...counts } = await access(hub, scenario);
    lines.push({ key: name, facts: { ...counts, coverage: [coverage.present, coverage.expected] } });
    lines.push({ key: `${name}, all`, facts: accessFacts(total) });
    for (const { area, exclusion, result } of areas)
      lines.push({
        key: `${name}, ${area.code}`,
        facts: { ...accessFacts(result), ...(exclusion && { exclusion }) },
      });
  }
  expectGolden("access", lines);
});

testWithSharedData("says the same of each neighbourhood centre at fifty moments", async () => {
  const states = await openState(hub, neighbourhoodCentres, instants);
  expect(states.size).toBe(34);
  const facts = [...states].flatMap(([code, own]) =>
    own.map(({ state, reason }, i) => [instants[i]!, code, `${state}/${reason}`] as const),
  );
  expectGolden("open", grouped(facts));
});

const parts = `indicators: [{ indicator: "share_65plus" }, { indicator: "alone_80plus_share" },
  { indicator: "one_person_hh_share", weight: 2 }], periods: ["2011", "2016", "2020", "2024"]`;
const methods = ["AMPI", "GEOMETRIC_MEAN", "MIN_MAX_MEAN", "MPI", "Z_SCORE_MEAN"];
const recipes: readonly (readonly [name: string, recipe: string])[] = [
  ...methods.map((method) => [method, `${parts}, method: ${method}`] as const),
  ["AMPI reversed", `${parts}, direction: HIGHER_IS_BETTER, missing: AVAILABLE_PARTS, minimumResidents: 0`],
];

testWithSharedData("computes the same index by every method", async () => {
  const lines: GoldenLine[] = [];
  for (const [name, recipe] of recipes) {
    const { areas, periods, reference, recipe: used } = await indexValues(hub, recipe);
    for (const { indicator, ...facts } of used.parts)
      lines.push({ key: `${name}, ${indicator.code}`, facts });
    for (const { period, ranked } of periods)
      lines.push({
        key: `${name}, ${period}`,
        facts: { ranked, reference: reference.find((each) => each.period === period)?.value },
      });
    for (const { area, relativeChange, values } of areas)
      lines.push({
        key: `${name}, ${area.code}`,
        facts: {
          change: relativeChange,
          ...Object.fromEntries(
            values.map(({ period, value, penalty, rank, exclusion }) => [
              period,
              [value, penalty, exclusion ?? rank],
            ]),
          ),
        },
      });
  }
  expectGolden("indices", lines);
});

testWithSharedData("lists the same changes in the same order", async () => {
  const changes = await feed(hub);
  expectGolden(
    "changes",
    changes.map(({ type, code, version, ...facts }) => ({ key: `${type} ${code} @${version}`, facts })),
  );
});
