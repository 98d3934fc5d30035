import { buildHubSchema } from "../../src/graphql/schema";
import type { TestHub } from "./hub";
import { knownCodes } from "./known-codes";
import { randomOperation } from "./random-operations";
import { seededRandom } from "./seeded-random";
import { city, columns, instants, period } from "./small-numbers-city";

const indicators = [...columns, "alone_share", "mean_income"];
const comparisons = ["INDICATOR", "EQUAL"].flatMap((weighting) =>
  [0, 20].map(
    (least) =>
      `comparison: { minimumResidents: 0, minimumDenominator: ${least}, residentsIndicator: "people", peers: 2, weighting: ${weighting} }`,
  ),
);

const cells = `cells { rank decile exclusion reason { en it } isBreak sourceChanged differenceToCity shareOfCity ranked
  observation { value numerator denominator roundedValue status note { en it } smallCellPublishedBySource coverage { present } }
  city { value } distribution { min max mean median } level { value coverage { present } change { absolute } }
  peers { value areas { code } change { absolute } } change { absolute relative } cityChange { absolute } } flat { rows }`;

const ofIndicator = (code: string, areas: readonly string[]): string[] => [
  ...comparisons.map(
    (comparison) => `{ indicator(code: "${code}") {
      map(period: "${period}", ${comparison}) { ${cells} classes(count: 3) { from to areaCodes } }
      series(areas: ${JSON.stringify(areas)}, ${comparison}) { ${cells} } } }`,
  ),
  `{ observations(filter: { indicator: "${code}" }, first: 100) { nodes { value numerator denominator status note { en it }
      recordState { version createdAt updatedAt changedBy } sourceRefs { code } } } }`,
  ...["AREA", "PERIOD"].map(
    (by) => `{ aggregate(input: { measures: [OBSERVATION], indicator: "${code}", groupBy: [${by}],
      filter: [{ dimension: PERIOD, codes: ["${period}"] }] }) {
      cells { groups { code } values { value numerator denominator status reason { en it } coverage { present } } } flat { rows } } }`,
  ),
];

/** A count of centres per number of people. */
const ofPopulation = (code: string): string =>
  `{ aggregate(input: { measures: [CENTRES], groupBy: [AREA], on: "2026-11-22", per: { indicator: "${code}", period: "${period}" } }) {
      cells { values { value denominator reason { en it } } } } }`;

const ofObservation = (code: string, area: string): string[] => [
  `{ observation(area: "${area}", indicator: "${code}", period: "${period}") { value numerator denominator
      vintages(first: 10) { nodes { recordedAt supersededAt observation { value numerator denominator status note { en } } } }
      recordState { version history(first: 10) { nodes { version action fields { field previousValue value suppressed } } } } } }`,
  ...instants.map(
    (
      instant,
    ) => `{ observation(area: "${area}", indicator: "${code}", period: "${period}", asOf: "${instant}") {
      value numerator denominator status note { en } } }`,
  ),
];

/** Everything that a reader can ask of the numbers, and random questions over the whole schema. */
export async function answersOf(hub: TestHub, seed: number, areaCodes: readonly string[]): Promise<string[]> {
  const schema = buildHubSchema();
  const random = seededRandom(seed);
  const codes = { ...(await knownCodes(hub)), population: ["people"], residentsIndicator: ["people"] };
  const questions = [
    ...indicators.flatMap((code) => [
      ...ofIndicator(code, areaCodes),
      ...[...areaCodes, city].flatMap((area) => ofObservation(code, area)),
    ]),
    ...columns.map(ofPopulation),
    ...comparisons.map(
      (comparison) => `{ areas(filter: { codes: ${JSON.stringify(areaCodes)} }) { nodes {
        profile(indicators: ${JSON.stringify(indicators)}, period: "${period}", ${comparison}) { ${cells} } } } }`,
    ),
    `{ dataQualityIssues(first: 100) { nodes { rule value message { en it } column line } } }`,
    `{ changes(first: 100) { nodes { code type } } search(text: "nil") { nodes { __typename } } }`,
    `{ importRuns(first: 10) { nodes { rows { read new changed unchanged rejected } records { created changed unchanged } } } }`,
  ];
  const further = Array.from({ length: 60 }, () => randomOperation({ schema, random, codes }));
  const answers: string[] = [];
  for (const [i, question] of [...questions, ...further].entries()) {
    const answer = await hub.ask(question);
    // A question that the hub rejects finds nothing; the random ones may be rejected for their size.
    if (answer.errors !== undefined && i < questions.length)
      throw new Error(`${question}\n${JSON.stringify(answer)}`);
    answers.push(`${question}\n${withoutHashes(JSON.stringify(answer))}`);
  }
  return answers;
}

/** The hash of the file is that of what the source itself publishes. */
const withoutHashes = (text: string): string =>
  text
    .replace(/"[0-9a-f]{64}"/g, '"(hash)"')
    .replace(/"requestId":"[^"]*"/g, "")
    .replace(/"extensions":\{"cost".*$/, "");
