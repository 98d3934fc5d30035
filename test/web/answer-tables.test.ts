import { toCsv } from "../../src/web/kit/csv";
import { tablesOf } from "../../src/web/playground/answer-tables";

const tables = (data: unknown) => tablesOf(JSON.stringify({ data }));

test("reads the flat form of the hub first, in the order of its columns", () => {
  const rows = [{ b: 1, a: "x" }, { a: "y" }];
  const data = {
    list: [{ c: 1 }, { c: 2 }, { c: 3 }],
    total: { flat: { columns: [{ name: "a" }, { name: "b" }], rows } },
  };
  expect(tables(data)).toEqual([
    {
      path: "total.flat",
      columns: ["a", "b"],
      rows: [
        ["x", 1],
        ["y", null],
      ],
      leftOut: [],
    },
    { path: "list", columns: ["c"], rows: [[1], [2], [3]], leftOut: [] },
  ]);
});

test("makes columns of objects inside a row, one cell of plain lists, and names lists that do not fit", () => {
  const nodes = [
    { name: "A", area: { code: "nil:1" }, tags: ["x", "y"], services: [{ id: 1 }] },
    { name: "B", area: null, tags: [], open: true },
  ];
  expect(tables({ centres: { nodes } })).toEqual([
    {
      path: "centres.nodes",
      columns: ["name", "area.code", "tags", "area", "open"],
      rows: [
        ["A", "nil:1", "x; y", null, null],
        ["B", null, "", null, true],
      ],
      leftOut: ["services"],
    },
  ]);
});

test.each([
  ["no answer", null],
  ["a text that is not JSON", "HTTP 502"],
  ["an error", '{"errors":[{"message":"no"}]}'],
  ["an answer without lists", '{"data":{"area":{"name":"DUOMO","codes":[1,2],"none":[]}}}'],
])("finds no table in %s", (_, response) => {
  expect(tablesOf(response)).toEqual([]);
});

test("writes CSV with a header, quotes, a point before decimals and no formulas", () => {
  const rows = [
    [-3.11, "Via Roma, 1", null, true],
    ["-3.11", 'di "quartiere"', "=1+1", "@x"],
    ["+39 02", "two\nlines", "-1+1", false],
  ];
  expect(toCsv({ columns: ["a", "b,c", "=d", "e"], rows })).toBe(
    [
      `a,"b,c",'=d,e`,
      '-3.11,"Via Roma, 1",,true',
      `-3.11,"di ""quartiere""",'=1+1,'@x`,
      `'+39 02,"two\nlines",'-1+1,false`,
      "",
    ].join("\r\n"),
  );
});
