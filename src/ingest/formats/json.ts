import { HubError } from "../../domain/kit/errors";
import type { LineProblem } from "../kit/problem";
import type { Format, ReadRows } from "../kit/source";
import { isObject, type JsonOptions, type JsonRow, recordProblem } from "./json-record";
import { parseJson, textOfJson } from "./parse-json";
import { wholeBatch } from "./read-whole";
import { bufferOf } from "./utf8";

/** JSON: an array of records, a page of an API with its records under `contents`, or a single record. */
export const json = (options: JsonOptions): Format<JsonRow> => ({
  name: "JSON",
  rowsAre: "records",
  read: (chunks) => wholeBatch(chunks, (bytes) => readJson(bytes, options)),
});

/**
 * The records with the required fields; the others are problems.
 * @throws HubError SOURCE_UNREADABLE for a file that is not UTF-8, not JSON, or neither array nor object.
 */
export function readJson(input: Uint8Array, options: JsonOptions): ReadRows<JsonRow> {
  const records = recordsOf(parseJson(textOfJson(bufferOf(input))));
  const rows: JsonRow[] = [];
  const problems: LineProblem[] = [];
  for (const [line, value] of records.entries()) {
    const problem = recordProblem(value, options);
    if (problem === null) rows.push({ line, fields: value as JsonRow["fields"] });
    else problems.push({ line, ...problem });
  }
  return { rows, unreadable: problems.length, problems };
}

function recordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (isObject(value)) return Array.isArray(value.contents) ? value.contents : [value];
  throw new HubError("SOURCE_UNREADABLE", "noRecords");
}
