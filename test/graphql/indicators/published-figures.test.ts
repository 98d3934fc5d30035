import { figuresOf, saveEmptyCity, saveFigures } from "../../support/figures";
import { startHub, type TestHub } from "../../support/hub";
import { rebuild } from "../../support/projections";

let time = "2026-01-01T00:00:00.000Z";
const settled = "2026-01-01T00:01:00.000Z";

/** A synthetic city of neighbourhoods with observations; nothing is published. */
async function cityOf(size: number): Promise<TestHub> {
  time = "2026-01-01T00:00:00.000Z";
  const hub = await startHub({ clock: () => time });
  await saveFigures(hub.table, figuresOf(await saveEmptyCity(hub.table, size)));
  return hub;
}

async function publish({ table }: TestHub): Promise<void> {
  await rebuild(table, time);
  time = settled;
  table.meter.reset();
}

const mapOf = (args: string): string => `{
  indicatorMap(${args}) {
    indicator { code name { it } sourceRefs { code } }
    period level minimumResidents residentsPeriod method ranked
    coverage { expected present }
    distribution { count mean min firstQuartile median thirdQuartile max }
    cityObservation { value area { name } sourceRefs { code } }
    classes(count: 3) { from to areaCodes }
    areas {
      area { code name city { name } sourceRefs { code } }
      observation { id value roundedValue status note { it } coverage { present } indicator { unit { code } } sourceRefs { code } }
      residents rank decile exclusion reason { it en }
    }
  }
}`;

test("a published map equals the one computed on request, for any request", async () => {
  const hub = await cityOf(14);
  const maps = [
    `indicator: "share", period: "2024"`,
    `indicator: "share", period: "2011", city: "comune:1"`,
    `indicator: "share", period: "2024", minimumResidents: 0`,
    `indicator: "share", period: "2024", minimumResidents: 10000`,
    `indicator: "residents", period: "2024"`,
    `indicator: "share", period: "2024", level: DISTRICT`,
    `indicator: "share", period: "1999"`,
    `indicator: "share", period: "2024", level: CITY`,
    `indicator: "share", period: "2024", residentsIndicator: "share", minimumResidents: 3`,
    `indicator: "nothing", period: "2024"`,
    `indicator: "share", period: "2024", city: "comune:9"`,
  ].map(mapOf);
  const ask = async (query: string) => {
    const { data, errors } = await hub.ask(query);
    return { data, errors: errors?.map(({ message }) => message) };
  };
  const computed = await Promise.all(maps.map(ask));
  await publish(hub);
  expect(await Promise.all(maps.map(ask))).toEqual(computed);
});

test("a published map with all its data costs a Get and a Query, and only the Get the next time", async () => {
  const hub = await cityOf(14);
  await publish(hub);
  const query = mapOf(`indicator: "share", period: "2024", city: "comune:1"`);
  await hub.ask(query);
  expect(hub.table.meter.calls).toEqual({ Get: 1, Query: 1 });
  await hub.ask(query);
  expect(hub.table.meter.calls).toEqual({ Get: 2, Query: 1 });
  // Which city it is, is one Get more.
  await hub.ask(mapOf(`indicator: "share", period: "2024"`));
  expect(hub.table.meter.calls).toEqual({ Get: 4, Query: 1 });
});

const profileOf = (args: string): string => `{
  areaProfile(${args}) {
    area { code name sourceRefs { code } }
    minimumResidents
    series {
      indicator { code unit { code name { it en } symbol } sourceRefs { code } }
      point { observation { period value sourceRefs { code } } rank decile ranked exclusion levelMean cityValue
        change { fromPeriod toPeriod absolute relative } }
      points { observation { period value } rank }
    }
  }
}`;

const sourceRefs = [{ code: "test" }];
const indicator = (code: string) => ({
  code,
  unit: { code: "persons", name: { it: "persone", en: "people" }, symbol: null },
  sourceRefs,
});

test("a profile has every value of an area with its level and its city", async () => {
  const hub = await cityOf(4);
  await publish(hub);
  const { data, errors } = await hub.ask(profileOf(`area: "nil:4", city: "comune:1"`));
  expect(errors).toBeUndefined();
  expect(data?.areaProfile).toEqual({
    area: { code: "nil:4", name: "Uno", sourceRefs },
    minimumResidents: 700,
    series: [
      {
        indicator: indicator("residents"),
        point: {
          observation: { period: "2024", value: 5_000, sourceRefs },
          rank: 1,
          decile: null,
          ranked: 3,
          exclusion: null,
          levelMean: 5_000,
          cityValue: null,
          change: { fromPeriod: "2011", toPeriod: "2024", absolute: 0, relative: 0 },
        },
        points: ["2011", "2024"].map((period) => ({ observation: { period, value: 5_000 }, rank: 1 })),
      },
      {
        indicator: indicator("share"),
        point: {
          // 3 * 7 % 11 + 1 and 2 * 7 % 11 + 1: the first has few residents, the second no value.
          observation: { period: "2024", value: 11, sourceRefs },
          rank: 1,
          decile: null,
          ranked: 2,
          exclusion: null,
          levelMean: 7.5,
          cityValue: 7.5,
          change: { fromPeriod: "2011", toPeriod: "2024", absolute: 1, relative: 0.1 },
        },
        points: [
          { observation: { period: "2011", value: 10 }, rank: 1 },
          { observation: { period: "2024", value: 11 }, rank: 1 },
        ],
      },
    ],
  });
  expect(hub.table.meter.calls).toEqual({ Get: 1, Query: 1 });
});

test("a profile shows the requested period and indicators, and reports missing values", async () => {
  const hub = await cityOf(3);
  await publish(hub);
  const { data } = await hub.ask<{ areaProfile: { series: { point: object | null; points: [] }[] } }>(
    profileOf(`area: "nil:1", period: "2011", indicators: ["share"]`),
  );
  expect(data?.areaProfile.series).toMatchObject([
    { point: { observation: { period: "2011", value: 0 }, rank: null, exclusion: "FEW_RESIDENTS" } },
  ]);
  const other = await hub.ask<typeof data>(
    profileOf(`area: "nil:2", period: "1999", indicators: ["residents", "share"]`),
  );
  expect(other.data?.areaProfile.series.map(({ point, points }) => [point, points.length])).toEqual([
    [null, 2],
    [null, 0],
  ]);
  const city = await hub.ask(profileOf(`area: "comune:1", indicators: ["share"]`));
  expect(city.data?.areaProfile).toMatchObject({
    series: [{ point: { rank: null, exclusion: null, ranked: 0, levelMean: null, cityValue: 7.5 } }],
  });
});

test("a profile is rejected for unknown codes, and before the first publication", async () => {
  const hub = await cityOf(2);
  const code = async (args: string) => (await hub.ask(profileOf(args))).errors?.[0]?.extensions?.code;
  expect(await code(`area: "nil:1"`)).toBe("SERVICE_UNAVAILABLE");
  await publish(hub);
  expect(await code(`area: "nil:99"`)).toBe("UNKNOWN_CODE");
  expect(await code(`area: "nil:1", city: "comune:9"`)).toBe("BAD_USER_INPUT");
  expect(await code(`area: "nil:1", indicators: []`)).toBe("BAD_USER_INPUT");
  expect(await code(`area: "nil:1", indicators: ["nothing"]`)).toBe("UNKNOWN_CODE");
});
