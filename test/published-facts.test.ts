import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sourceCodes } from "../src/ingest/sources/own-sources";
import { countAt, numberAt, valuesAt } from "./support/json-path";

const root = path.resolve(__dirname, "..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");
const json = (file: string): unknown => JSON.parse(read(file));
const shown = (value: number): string => value.toLocaleString("en");
const words = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const word = (value: number): string => words[value] ?? String(value);
const atStart = (text: string): string => text.replace(/^./, (letter) => letter.toUpperCase());

/** The value, numerator and denominator of an indicator in an area and a period, as the golden set has them. */
const golden = read("test/golden/expected/observations.txt");
function observed(indicator: string, area: string, period: string): readonly number[] {
  const line = golden.split("\n").find((each) => each.startsWith(`${indicator} ${area}\t`)) ?? "";
  const found = new RegExp(`[\\t ]${period}=([^ ]+)`).exec(line)?.[1];
  if (found === undefined) throw new Error(`The golden set has no ${indicator} of ${area} in ${period}.`);
  return found.split(",").map(Number);
}
const records = read("test/golden/expected/records.txt");
const recordsOf = (start: string): number => records.split(`\n${start}`).length - 1;

const areas = json("data/areas.json");
const level = (name: string): number => valuesAt(areas, "level").filter((each) => each === name).length;
const families = valuesAt(json("data/indicators.json"), "family") as string[];
const ofTheUnion = families.filter((family) => family.startsWith("EU_")).length;
const mappings = readdirSync(path.join(root, "data/sources"), { recursive: true, encoding: "utf8" }).filter(
  (file) => file.endsWith(".mapping.yaml"),
).length;
const centres = countAt(json("data/centres.json"), "code");
const city = "comune:015146";

/** A starter observation as the answer that README prints. */
function answerOfReadme(): string {
  const observations = json("data/observations.json") as readonly Record<string, unknown>[];
  const { value, numerator, denominator } = observations.find(
    ({ indicatorCode, areaCode, period }) =>
      indicatorCode === "share_65plus" && areaCode === "nil:42" && period === "2024",
  ) as Record<string, number>;
  const roundedValue = Number(value!.toFixed(1));
  return `{ "roundedValue": ${roundedValue}, "numerator": ${numerator}, "denominator": ${denominator} }`;
}

const ofKind = (name: string): number => {
  const cells = valuesAt(
    json("schema/examples/43-centre-totals.result.json"),
    `data.today.cells[groups.name.it=${name}].values.ofUnknownStatus`,
  );
  // All of a register of 2007: nobody states whether they are still there.
  return (cells as number[]).reduce((sum, count) => sum + count, 0);
};
const inClasses = observed("taxpayers_in_classes", city, "2023")[0]!;
const taxpayers = observed("taxpayers", city, "2023")[0]!;
const [lowShare, low] = observed("low_income_taxpayers_share", city, "2023") as [number, number];

const access = json("schema/examples/62-far-from-a-centre.result.json");
const shareInReach = (100 * numberAt(access, "data.access.total.figures.coveredShare")).toFixed(1);

/** Sentences of the documents with facts that an import or a new source changes. */
const facts: Readonly<Record<string, readonly string[]>> = {
  "README.md": [
    `Milan's ${level("NEIGHBOURHOOD")} neighbourhoods and ${level("DISTRICT")} districts with their boundaries`,
    answerOfReadme(),
  ],
  "README.it.md": [
    `gli ${level("NEIGHBOURHOOD")} NIL e i ${level("DISTRICT")} Municipi di Milano`,
    answerOfReadme(),
  ],
  "data/README.md": [
    `the city, ${level("DISTRICT")} Municipi, ${level("NEIGHBOURHOOD")} NIL`,
    `${families.length - ofTheUnion} definitions of the city's figures`,
    `${ofTheUnion} EU common indicators`,
    `the ${word(countAt(json("data/actions.json"), "code"))} actions in public sources`,
    `the ${word(centres)} centres of the strategy`,
  ],
  "docs/importing.md": [
    `${atStart(word(mappings))} of them are [mapping files]`,
    `${atStart(word(sourceCodes.length - mappings))} need code`,
    `Boundaries of the ${level("DISTRICT")} Municipi`,
    `Boundaries of the ${level("NEIGHBOURHOOD")} NIL`,
    `Each of its ${recordsOf("ServiceAtLocation ds1303:")} rows is a centre`,
    `all ${new Set(golden.match(/^istat_\w+/gm)).size} series, as published`,
    `in 2023 ${shown(inClasses)} of ${shown(taxpayers)} taxpayers`,
    `it would be ${((100 * low) / taxpayers).toFixed(1)} % up to 10,000 euro and not ${lowShare.toFixed(1)} %`,
    `Each of its ${recordsOf("Centre ds41:")} rows is a centre`,
    `${ofKind("Biblioteca di quartiere")} \`centre-kind:LIBRARY\``,
    `${ofKind("Biblioteca centrale")} central, ${ofKind("Biblioteca specialistica o di conservazione")} specialist, ${ofKind("Centro di documentazione o altra biblioteca")} documentation centres, ${ofKind("Biblioteca, senza altra indicazione")} libraries without more, ${ofKind("Archivio")} archives`,
    `${level("NEIGHBOURHOOD")} counts, computed by others from the list of the city, ${observed("pharmacies", city, "2026")[0]} in all`,
    `The total of the city is ${shown(observed("census_2011_residents", city, "2011")[0]!)} residents`,
  ],
  "docs/mapping-files.md": [`${mappings} of the [sources of the hub]`],
  "docs/methods.md": [`| 3.5 km/h, 1.3 | 673 m | ${shareInReach} % |`],
};

test.each(Object.entries(facts))("%s has the facts of the data", (file, sentences) => {
  const text = read(file).replace(/ +\||\s+/g, (space) => (space.endsWith("|") ? " |" : " "));
  expect(sentences.filter((sentence) => !text.includes(sentence))).toEqual([]);
});
