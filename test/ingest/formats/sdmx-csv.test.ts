import type { Observation } from "../../../src/domain/indicators/observation";
import { sdmxCsv } from "../../../src/ingest/formats/sdmx-csv";
import { type SdmxMapping, sdmxObservation } from "../../../src/ingest/mapping/sdmx-observation";
import { readRows } from "../../support/read-rows";

const mapping: SdmxMapping = {
  sourceCode: "synthetic",
  areas: { dimension: "REF_AREA", codes: { "015146": { code: "comune:015146", level: "CITY" } } },
  series: [
    { indicator: "residents", where: { DATA_TYPE: "JAN", SEX: "9" } },
    { indicator: "women", where: { DATA_TYPE: "JAN", SEX: "2" } },
  ],
};
const header = "DATAFLOW,FREQ,REF_AREA,DATA_TYPE,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS";

/** Synthetic rows in the form in which ISTAT gives them. */
async function mapped(...rows: readonly string[]) {
  const text = [header, ...rows.map((row) => `IT1:X(1.0),A,${row}`)].join("\n");
  const read = await readRows(sdmxCsv(["REF_AREA", "DATA_TYPE", "SEX"]), `${text}\n`);
  return read.rows.map((row) => {
    const { records, problems, carry } = sdmxObservation(row, mapping);
    const record = records[0]?.record as Observation | undefined;
    const { indicatorCode, areaCode, period, value, status, note } = record ?? {};
    return {
      ...(record && { record: [indicatorCode, areaCode, period, value, status, note?.en ?? null] }),
      ...(problems.length > 0 && {
        problems: problems.map(({ rule, column, value: cell }) => [rule, column, cell]),
      }),
      ...(carry && { carry }),
    };
  });
}

test("converts rows to observations by the codes of their dimensions", async () => {
  expect(await mapped("015146,JAN,9,2024,1371850.0,,", "015146,JAN,2,2024-01-01,7.1E2,A,F")).toEqual([
    { record: ["residents", "comune:015146", "2024", 1_371_850, "NORMAL", null] },
    { record: ["women", "comune:015146", "2024-01-01", 710, "NORMAL", null] },
  ]);
});

test("recognises rows of other areas and series, and does not import them", async () => {
  expect(await mapped("058091,JAN,9,2024,1,,", "015146,DEC,9,2024,1,,", "015146,JAN,1,2024,1,,")).toEqual(
    Array(3).fill({ carry: true }),
  );
});

test.each([
  ["5,P,", [5, "PROVISIONAL", 'The source flags the value "P".']],
  ["5,E,F", [5, "ESTIMATED", 'The source flags the value "E, F".']],
  ["5,B,", [5, "BREAK", 'The source flags the value "B".']],
  ["5,U,", [5, "NORMAL", 'The source flags the value "U".']],
  [",,", [null, "MISSING", "The source gives no value."]],
  ["NaN,M,", [null, "MISSING", 'The source gives no value and flags it "M".']],
  [",,C", [null, "CONFIDENTIAL", 'The source gives no value and flags it "C".']],
])("reads value and flags %j", async (cells, expected) => {
  const [row] = await mapped(`015146,JAN,9,2024,${cells}`);
  expect(row!.record!.slice(3)).toEqual(expected);
  expect(row!.problems).toBeUndefined();
});

test("reports invalid numbers and periods", async () => {
  expect(await mapped("015146,JAN,9,2024,12x,,", "015146,JAN,9,2024-W05,1,,")).toEqual([
    {
      record: [
        "residents",
        "comune:015146",
        "2024",
        null,
        "MISSING",
        'The source says "12x", which is no number.',
      ],
      problems: [["NOT_AN_INDEX", "OBS_VALUE", "12x"]],
    },
    { problems: [["NOT_A_DATE", "TIME_PERIOD", "2024-W05"]] },
  ]);
});

test("rejects a file without a required dimension", async () => {
  const read = readRows(sdmxCsv(["AGE"]), `${header}\n`);
  await expect(read).rejects.toThrow('The file has no column "AGE".');
});
