import { withoutHidden } from "../../../src/ingest/formats/control-characters";
import { hsdsSource } from "../../../src/ingest/hsds/hsds-source";
import type { RowProblem } from "../../../src/ingest/kit/problem";

const code = (number: number): string => String.fromCodePoint(number);
const between = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);

/** What an editor may not write either, and what has no width. */
const removed = [
  ...between(0x00, 0x1f).filter((each) => ![0x09, 0x0a, 0x0d].includes(each)),
  ...between(0x7f, 0x9f),
  ...between(0x202a, 0x202e),
  ...between(0x2066, 0x2069),
  ...[0x061c, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff],
];
const cellOf = (found: readonly RowProblem[]) => found.map(({ rule, column }) => [rule, column]);

test.each(removed)("the character %i is removed from a cell, with a warning that names the cell", (each) => {
  const found: RowProblem[] = [];
  const cells = withoutHidden({ name: `Casa${code(each)} Uno`, n: "1" }, (one) => found.push(one));
  expect(cells).toEqual({ name: "Casa Uno", n: "1" });
  expect(cellOf(found)).toEqual([["HIDDEN_CHARACTERS", "name"]]);
  expect(JSON.stringify(found)).toContain(`U+${each.toString(16).toUpperCase().padStart(4, "0")}`);
});

test.each([..."àß漢字🙂", "\t", "\n", "\r", "\u00a0", "\u200d"])("%j stays", (each) => {
  const cells = { name: `Casa${each}Uno` };
  expect(withoutHidden(cells, () => fail())).toBe(cells);
});

const fail = (): never => {
  throw new Error("Nothing was hidden.");
};

test("HSDS objects lose them wherever they are, each with its place, and the object goes on", () => {
  const source = hsdsSource(
    { ref: {}, files: [], format: {}, mode: "COMPLETE", organizationCode: null, origin: "test" } as never,
    {} as never,
  );
  const fields = {
    id: "1",
    name: "Sportello\u202e anziani",
    phones: [{ number: "02 123" }, { number: "02\u0000 456", languages: [{ name: "it\u0092" }] }],
    latitude: 45.4,
  };
  const context = { areaCodesAt: () => [], levelsWithBoundary: new Set(), cityLanguage: "it" } as never;
  const { problems, carry } = source.map({ line: 3, fields }, context) as unknown as {
    readonly problems: RowProblem[];
    readonly carry: { readonly row: { readonly fields: typeof fields } };
  };
  expect(carry.row.fields).toEqual({
    id: "1",
    name: "Sportello anziani",
    phones: [{ number: "02 123" }, { number: "02 456", languages: [{ name: "it" }] }],
    latitude: 45.4,
  });
  expect(cellOf(problems)).toEqual([
    ["HIDDEN_CHARACTERS", "name"],
    ["HIDDEN_CHARACTERS", "phones[1].number"],
    ["HIDDEN_CHARACTERS", "phones[1].languages[0].name"],
  ]);
});
