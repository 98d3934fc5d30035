import { readdirSync } from "node:fs";
import path from "node:path";
import { columnTable } from "../../../src/ingest/init/column-table";
import { initMapping } from "../../../src/ingest/init/init-mapping";
import { profileColumns } from "../../../src/ingest/init/profile-columns";
import { sampleFile } from "../../../src/ingest/init/sample-file";
import { parseMapping } from "../../../src/ingest/mapping/parse-mapping";
import { hubWords } from "../../../src/ingest/sources/own-sources";
import { fillBlanks } from "../../support/fill-blanks";
import { sharedData } from "../../support/shared-data";

const folder = sharedData(".");
const files =
  folder === null
    ? []
    : readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(?:csv|geojson)$/.test(file))
        .sort();

const testFiles = files.length === 0 ? test.skip : test;

testFiles("there are files to look at", () => {
  expect(files.length).toBeGreaterThan(30);
});

(files.length === 0 ? test.skip.each([["no file"]]) : test.each(files))(
  "proposes a mapping of %s that is valid once a person has replaced each null",
  async (file) => {
    const whole = path.join(folder!, file);
    const { mapping, table } = await initMapping(whole);
    const { columns } = await sampleFile(whole);
    expect(table.split("\n")).toHaveLength(columns.length + 1);
    expect(() => parseMapping(file, mapping, hubWords)).toThrow(/source\.licence is still empty/);
    const parsed = parseMapping(file, fillBlanks(mapping, columns), hubWords);
    expect(parsed.mapping.file.path).toBe(path.basename(file));
  },
);

const typesIn = async (file: string): Promise<Record<string, string>> => {
  const sample = await sampleFile(sharedData(file)!);
  const rows = columnTable(profileColumns(sample, [])).split("\n").slice(1);
  return Object.fromEntries(rows.map((row, i) => [sample.columns[i]!, row.split(/ {2,}/)[1]!]));
};

testFiles("reports the types of the columns of the published files", async () => {
  expect(await typesIn("centres/ds3017_case_di_quartiere.csv")).toMatchObject({
    id: "integer",
    Wifi: "yes/no",
    "Orari di apertura": "hours",
    LONG_X_4326: "longitude",
    LAT_Y_4326: "latitude",
    Location: "two coordinates",
  });
  expect(await typesIn("population/ds205_nil_demografia_2011_2016_2020_2024.csv")).toMatchObject({
    Anno: "year",
    Totale: "integer",
  });
  expect(await typesIn("boundaries/ds964_nil_wm.geojson")).toMatchObject({
    ID_NIL: "integer",
    NIL: "text",
    Valido_dal: "date DD/MM/YYYY",
    Shape_Area: "decimal point",
  });
});
