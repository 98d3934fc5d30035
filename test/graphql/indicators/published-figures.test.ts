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
}

const fields = (cells: string) => `cells {
  observation { id period value roundedValue status note { it } coverage { present } area { code name city { name } sourceRefs { code } }
    indicator { unit { code } } sourceRefs { code } }
  residents rank ranked decile exclusion reason { it en } isBreak sourceChanged differenceToCity shareOfCity ${cells}
  city { value area { name } sourceRefs { code } } change { absolute } cityChange { absolute }
  level { value weighting coverage { present } change { absolute } } peers { value areas { code } coverage { present } } }
  coverage { expected present } method flat { rows }`;

const mapOf = (args: string, indicator = "share"): string => `{ indicator(code: "${indicator}") {
  code name { it } sourceRefs { code }
  map(${args}) {
    period residentsPeriod ranked city { value area { name } sourceRefs { code } }
    classes(count: 3) { from to areaCodes }
    distribution { count mean min firstQuartile median thirdQuartile max } ${fields("distribution { mean }")}
  } } }`;

const comparisons = [
  `minimumResidents: 0`,
  `minimumResidents: 10000`,
  `weighting: EQUAL, peers: 2, since: "2011"`,
  `residentsIndicator: "share", minimumResidents: 3`,
  `residentsIndicator: "nothing"`,
].map((each) => `comparison: { ${each} }`);

test("published views equal those computed on request, for any request", async () => {
  const hub = await cityOf(14);
  const views = [
    ...[
      `period: "2024"`,
      `period: "2011", city: "comune:1"`,
      `level: DISTRICT`,
      `period: "1999"`,
      `level: CITY`,
      `city: "comune:9"`,
      ...comparisons,
    ].map((args) => mapOf(args)),
    mapOf(`period: "2024"`, "residents"),
    ...["nil:3", "nil:1", "nild:1", "comune:1"].flatMap((code) =>
      [`indicators: ["share", "residents"]`, `period: "2011"`, ...comparisons].map(
        (args) => `{ area(code: "${code}") { profile(${args}) { ${fields("")} } } }`,
      ),
    ),
    ...comparisons.map(
      (args) =>
        `{ indicator(code: "share") { series(areas: ["nil:3", "comune:1"], ${args}) { ${fields("")} } } }`,
    ),
    `{ area(code: "nil:3") { series(indicator: "share") { ${fields("")} } } }`,
  ];
  const ask = async (query: string) => {
    const { data, errors } = await hub.ask(query);
    return { data, errors: errors?.map(({ message }) => message) };
  };
  const computed = await Promise.all(views.map(ask));
  await publish(hub);
  expect(await Promise.all(views.map(ask))).toEqual(computed);
});
