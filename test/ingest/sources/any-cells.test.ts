import fc from "fast-check";
import type { MappingContext, Source } from "../../../src/ingest/kit/source";
import { mapRows } from "../../../src/ingest/run/map-rows";
import { sources } from "../../../src/ingest/sources/own-sources";
import { readRows } from "../../support/read-rows";
import { runs } from "../../support/runs";
import { square, syntheticFiles } from "../../support/synthetic-city";

/** What people, spreadsheets and programs write into cells. */
const cell = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom(
    "",
    " ",
    "si",
    "no",
    "0",
    "1",
    "88",
    "2024",
    "N.D.",
    "-1",
    "1,5",
    "9.19",
    "45.4",
    "NaN",
    "1e9",
  ),
  fc.constantFrom(
    "Municipio 5",
    "(45.4, 9.1)",
    "(9.1, 45.4)",
    "(CAM)",
    "- EX CSRC",
    "__proto__",
    "999999999999999",
  ),
);
const propertyValue = fc.oneof(cell, fc.integer(), fc.double(), fc.constant(null), fc.object());

const context: MappingContext = {
  areaCodesAt: ({ latitude }) => (latitude > 45 ? ["municipio:1", "nil:1"] : []),
  levelsWithBoundary: new Set(["DISTRICT"] as const),
};

const sampleOf = ({ files }: Source): string | undefined =>
  syntheticFiles[files.at(-1) as keyof typeof syntheticFiles];
/** A source whose file has no synthetic sample has only a mapping file, which mapping/any-cells.test.ts is about. */
const sampled = sources.filter((source) => sampleOf(source) !== undefined);

test.each(sampled.map((source) => [source.ref.code, source] as const))(
  "%s maps any cells, and reports why a row gave no record",
  async (_code, source) => {
    const text = sampleOf(source)!;
    const sample = (await readRows(source.format, text)).rows[0]! as {
      line: number;
      cells?: object;
      properties?: object;
      fields?: object;
    };
    const names = Object.keys(sample.cells ?? sample.properties ?? sample.fields ?? {});
    const values = Object.fromEntries(names.map((name) => [name, sample.cells ? cell : propertyValue]));
    const row = fc
      .record(values)
      .map((content) =>
        sample.cells
          ? { ...sample, cells: content }
          : { line: 2, properties: content, fields: content, polygons: [square(1)] as never },
      );
    fc.assert(
      fc.property(row, (any) => {
        source.points?.(any);
        const { records, problems, rejected } = mapRows(
          source,
          { rows: [any], unreadable: 0, problems: [] },
          context,
        );
        const errors = problems.filter(({ severity }) => severity === "ERROR");
        if (rejected.size > 0) expect(errors.length).toBeGreaterThan(0);
        else expect(records.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(300) },
    );
  },
);

test("the sample rows of that test are valid, so that it starts from rows that are imported", async () => {
  for (const source of sampled) {
    const text = sampleOf(source)!;
    const rows = await readRows(source.format, text);
    expect([source.ref.code, mapRows(source, rows, context).rejected.size]).toEqual([source.ref.code, 0]);
  }
  expect(sampled.length).toBe(Object.keys(syntheticFiles).length);
});
