import fc from "fast-check";
import { HubError } from "../../../src/domain/errors";
import { readJson } from "../../../src/ingest/formats/json";
import { readNdjson } from "../../../src/ingest/formats/ndjson";

const options = { fields: ["id"] };
const json = (text: string) => readJson(Buffer.from(text), options);
const ndjson = (text: string | Buffer) => readNdjson(Buffer.from(text), options);

const notARecord = { column: null, rule: "NOT_A_RECORD", severity: "ERROR" } as const;

test("reads an array of records, a page with its contents, and one record alone", () => {
  const two = [
    { line: 0, fields: { id: 1 } },
    { line: 1, fields: { id: 2, name: "è" } },
  ];
  expect(json('[{"id":1},{"id":2,"name":"è"}]')).toEqual({ rows: two, unreadable: 0, problems: [] });
  expect(json('{"total_pages":1,"contents":[{"id":1},{"id":2,"name":"è"}]}').rows).toEqual(two);
  expect(json('{"id":1}').rows).toEqual([two[0]]);
});

test("gives a problem for each value that is no record, and reads the others", () => {
  const message = "This is no JSON object. Correct it at its source.";
  expect(json('[{"id":1},"two",null,{"name":"Rossi"},{"id":5}]')).toEqual({
    rows: [
      { line: 0, fields: { id: 1 } },
      { line: 4, fields: { id: 5 } },
    ],
    unreadable: 3,
    problems: [
      { line: 1, ...notARecord, value: "two", message },
      { line: 2, ...notARecord, value: null, message },
      {
        line: 3,
        ...notARecord,
        column: "id",
        value: null,
        message: "The record lacks id. Correct it at its source.",
      },
    ],
  });
});

test.each([
  ["", /^The file is not JSON at line 1/],
  ['[{"id":1},', /it ends there/],
  ['"text"', /^The file holds neither an array of records nor an object\.$/],
])("refuses the JSON file %j", (text, message) => {
  expect(() => json(text)).toThrow(HubError);
  expect(() => json(text)).toThrow(message);
});

test("reads a line after a line, with CRLF, byte order mark and blank lines", () => {
  expect(ndjson('\ufeff{"id":1}\r\n\r\n{"id":2}')).toEqual({
    rows: [
      { line: 1, fields: { id: 1 } },
      { line: 3, fields: { id: 2 } },
    ],
    unreadable: 0,
    problems: [],
  });
  expect(ndjson("")).toEqual({ rows: [], unreadable: 0, problems: [] });
});

test("goes on behind a line that is no JSON", () => {
  expect(ndjson('{"id":1}\n{"id":2\n[3]\n{"id":4}\n')).toEqual({
    rows: [
      { line: 1, fields: { id: 1 } },
      { line: 4, fields: { id: 4 } },
    ],
    unreadable: 2,
    problems: [
      {
        line: 2,
        ...notARecord,
        value: '{"id":2',
        message: "The line is no JSON. Correct it at its source: one object on each line.",
      },
      { line: 3, ...notARecord, value: "[3]", message: "This is no JSON object. Correct it at its source." },
    ],
  });
});

test("says that the last line was cut, within a record or within a character", () => {
  const cut = {
    line: 2,
    column: null,
    rule: "CUT_FILE",
    severity: "ERROR",
    message: "The file ends within this record: it was cut. Download it again.",
  };
  expect(ndjson('{"id":1}\n{"id"').problems).toEqual([{ ...cut, value: '{"id"' }]);
  const half = Buffer.concat([Buffer.from('{"id":1}\n{"id":2}'), Buffer.from("è").subarray(0, 1)]);
  expect(ndjson(half).problems).toEqual([{ ...cut, value: '{"id":2}' }]);
});

test("gives back every record that was written as a line", () => {
  const records = fc.array(fc.dictionary(fc.string(), fc.jsonValue()).map((each) => ({ ...each, id: 1 })));
  fc.assert(
    fc.property(records, (all) => {
      const written = all.map((each) => `${JSON.stringify(each)}\n`).join("");
      const { rows, problems } = ndjson(written);
      expect(problems).toEqual([]);
      expect(rows.map(({ fields }) => fields)).toEqual(JSON.parse(JSON.stringify(all)));
    }),
  );
});
