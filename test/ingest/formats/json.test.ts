import fc from "fast-check";
import { HubError } from "../../../src/domain/kit/errors";
import { recordsIn } from "../../../src/ingest/formats/json";
import { readRecord } from "../../../src/ingest/formats/json-record";
import { ndjson as ndjsonFormat, ndjsonReader } from "../../../src/ingest/formats/ndjson";
import { rowsOf } from "../../../src/ingest/formats/read-whole";
import { mutationsOf } from "../../support/mutations";
import { readRows } from "../../support/read-rows";
import { runs } from "../../support/runs";

const options = { fields: ["id"] };
const json = (text: string) => rowsOf(recordsIn(Buffer.from(text)), 0, readRecord(options));

/** The whole at once, or in blocks that end at the given places. */
function ndjson(text: string | Buffer, cuts: readonly number[] = [], maxBytes?: number) {
  const bytes = Buffer.from(text);
  const reader = ndjsonReader(options, maxBytes);
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const all = [...ends.map((end, i) => reader.push(bytes.subarray(ends[i - 1] ?? 0, end))), reader.end()];
  return {
    rows: all.flatMap(({ rows }) => rows),
    unreadable: all.reduce((sum, { unreadable }) => sum + unreadable, 0),
    problems: all.flatMap(({ problems }) => problems),
  };
}

const notARecord = { column: null, rule: "NOT_A_RECORD", severity: "ERROR" } as const;

test("reads an array of records, a page with contents, and a single record", () => {
  const two = [
    { line: 0, fields: { id: 1 } },
    { line: 1, fields: { id: 2, name: "è" } },
  ];
  expect(json('[{"id":1},{"id":2,"name":"è"}]')).toEqual({ rows: two, unreadable: 0, problems: [] });
  expect(json('{"total_pages":1,"contents":[{"id":1},{"id":2,"name":"è"}]}').rows).toEqual(two);
  expect(json('{"totalPages":1,"content":[{"id":1},{"id":2,"name":"è"}]}').rows).toEqual(two);
  expect(json('{"id":1}').rows).toEqual([two[0]]);
});

const notObject = {
  message: "This is not a JSON object. Correct it at the source.",
  messageIt: "Non è un oggetto JSON. Correggere alla fonte.",
};

test("gives a problem for each value that is not a record, and reads the others", () => {
  expect(json('[{"id":1},"two",null,{"name":"Rossi"},{"id":5}]')).toEqual({
    rows: [
      { line: 0, fields: { id: 1 } },
      { line: 4, fields: { id: 5 } },
    ],
    unreadable: 3,
    problems: [
      { line: 1, ...notARecord, value: "two", ...notObject },
      { line: 2, ...notARecord, value: null, ...notObject },
      {
        line: 3,
        ...notARecord,
        column: "id",
        value: null,
        message: "The record lacks id. Correct it at the source.",
        messageIt: "Campi mancanti nel record: id. Correggere alla fonte.",
      },
    ],
  });
});

test.each([
  ["", /^The file is not JSON at line 1/],
  ['[{"id":1},', /it ends there/],
  ['"text"', /^The file contains neither an array of records nor an object\.$/],
])("rejects the JSON file %j", (text, message) => {
  expect(() => json(text)).toThrow(HubError);
  expect(() => json(text)).toThrow(message);
});

test("reads line by line, with CRLF, byte order mark and blank lines", () => {
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

test("continues after a line that is not JSON", () => {
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
        message: "The line is not JSON. Correct it at the source: one object on each line.",
        messageIt: "La riga non è JSON. Correggere alla fonte: un oggetto per riga.",
      },
      { line: 3, ...notARecord, value: "[3]", ...notObject },
    ],
  });
});

test("reports that the last line was cut, within a record or within a character", () => {
  const cut = {
    line: 2,
    column: null,
    rule: "CUT_FILE",
    severity: "ERROR",
    message: "The file ends within this row: it is truncated. Download it again.",
    messageIt: "Il file termina a metà di questa riga: è incompleto. Scaricarlo di nuovo.",
  };
  expect(ndjson('{"id":1}\n{"id"').problems).toEqual([{ ...cut, value: '{"id"' }]);
  const half = Buffer.concat([Buffer.from('{"id":1}\n{"id":2}'), Buffer.from("è").subarray(0, 1)]);
  expect(ndjson(half).problems).toEqual([{ ...cut, value: '{"id":2}' }]);
});

test("returns every record that was written as a line", () => {
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

test("reports a damaged or too long line, and reads the next one", () => {
  const damaged = Buffer.concat([
    Buffer.from('{"id":1}\n{"id":"'),
    Buffer.from([0xe8]),
    Buffer.from('"}\n{"id":3}\n'),
  ]);
  expect(ndjson(damaged).rows.map(({ line }) => line)).toEqual([1, 3]);
  expect(ndjson(damaged).problems).toMatchObject([{ line: 2, rule: "NOT_UTF8" }]);
  const long = `{"id":1}\n{"id":"${"a".repeat(100)}"}\n{"id":3}\n`;
  expect(ndjson(long, [], 50).rows.map(({ line }) => line)).toEqual([1, 3]);
  expect(ndjson(long, [60], 50)).toEqual(ndjson(long, [], 50));
  expect(ndjson(long, [], 50).problems).toMatchObject([{ line: 2, rule: "ROW_TOO_LONG" }]);
});

const good = Array.from({ length: 5 }, (_, i) => `{"id":${i},"name":"Casa è ${i}"}\n`).join("");

test("reports the same for a damaged file with any size of blocks, and reads it by its format", async () => {
  await fc.assert(
    fc.asyncProperty(
      mutationsOf(Buffer.from(good)),
      fc.array(fc.nat(), { maxLength: 5 }),
      async ({ bytes }, cuts) => {
        const whole = ndjson(bytes);
        expect(whole.problems.length).toBe(whole.unreadable);
        expect(whole.rows.every(({ fields }) => fields.id !== undefined)).toBe(true);
        expect(ndjson(bytes, cuts)).toEqual(whole);
        expect(await readRows(ndjsonFormat(options), bytes)).toEqual(whole);
      },
    ),
    { numRuns: runs(1_000) },
  );
});

test("ends in records or a named error, for any JSON", () => {
  fc.assert(
    fc.property(mutationsOf(Buffer.from(`[${good.trim().replaceAll("\n", ",\n")}]`)), ({ bytes }) => {
      try {
        const { rows, problems, unreadable } = rowsOf(recordsIn(bytes), 0, readRecord(options));
        expect(problems.length).toBe(unreadable);
        expect(rows.every(({ fields }) => fields.id !== undefined)).toBe(true);
      } catch (error) {
        if (!(error instanceof HubError)) throw error;
      }
    }),
    { numRuns: runs(1_000) },
  );
});
