import type { Observation } from "../../../src/domain/indicators/observation";
import type { MappingContext } from "../../../src/ingest/kit/source";
import { mappedRow, ownSource } from "../../support/own-source";
import { heatCells } from "../../support/synthetic-city";

const ds2811 = ownSource("ds2811");

const nowhere: MappingContext = { areaCodesAt: () => [], levelsWithBoundary: new Set() };
const mapped = (over: Record<string, string>) => ds2811.map(mappedRow(heatCells(over)), nowhere);
const observationsOf = (over: Record<string, string>) =>
  mapped(over).records.map(({ record }) => record as Observation);

test("gives three indices for a row with their lowest and highest cell in the note", () => {
  expect(
    observationsOf({}).map(({ indicatorCode, value, status, note }) => [
      indicatorCode,
      value,
      status,
      note?.en,
    ]),
  ).toEqual([
    [
      "green_index",
      2.4870057797805645,
      "NORMAL",
      "Mean of the cells in the NIL; the lowest is 0, the highest 85.02.",
    ],
    ["heat_exposure", 0.61, "NORMAL", "Mean of the cells in the NIL; the lowest is 0.27, the highest 0.82."],
    ["heat_wave_risk", 0.1456, "NORMAL", "Mean of the cells in the NIL; the lowest is 0, the highest 0.7."],
  ]);
  expect(observationsOf({})[0]).toMatchObject({
    areaCode: "nil:1",
    period: "2024-07",
    sourceCodes: ["ds2811"],
  });
  expect(mapped({}).problems).toEqual([]);
});

test("never sums an index, and states whether a high value is good", () => {
  const definitions = ds2811.definitions!.map(({ record }) => record);
  expect(definitions).toMatchObject([
    { code: "green_index", aggregation: "NONE", polarity: "HIGHER_IS_BETTER" },
    { code: "heat_exposure", aggregation: "NONE", polarity: "HIGHER_IS_WORSE" },
    { code: "heat_wave_risk", aggregation: "NONE", polarity: "HIGHER_IS_WORSE" },
  ]);
});

test.each([
  ["", "EMPTY_CELL"],
  ["N.D.", "EMPTY_CELL"],
  ["1.2", "NOT_AN_INDEX"],
  ["-0.1", "NOT_AN_INDEX"],
  ["0,3", "NOT_AN_INDEX"],
])("a cell %j affects only its own index, which is missing and not 0", (cell, rule) => {
  const over = { rischio_ondata_calore_value: cell };
  expect(mapped(over).problems).toMatchObject([{ rule, column: "rischio_ondata_calore_value" }]);
  const values = observationsOf(over).map(({ value, status }) => [value, status]);
  expect(values).toEqual([
    [2.4870057797805645, "NORMAL"],
    [0.61, "NORMAL"],
    [null, "MISSING"],
  ]);
});

test.each(["0", "89", "", "DUOMO"])("rejects a row of the NIL %j: rows are joined by number", (id_nil) => {
  const { records, problems } = mapped({ id_nil });
  expect(records).toEqual([]);
  expect(problems).toMatchObject([{ severity: "ERROR", rule: "UNKNOWN_AREA" }]);
});
