import { HubError } from "../../domain/kit/errors";
import type { Format } from "../kit/source";
import { isObject, type JsonOptions, type JsonRow, readRecord } from "./json-record";
import { parseJson, textOfJson } from "./parse-json";
import { wholeBatches } from "./read-whole";

/** JSON: an array of records, a page of an API with its records under `contents` (`content` in Open Referral UK 1), or a single record. */
export const json = (options: JsonOptions): Format<JsonRow> => ({
  name: "JSON",
  rowsAre: "records",
  read: (chunks) => wholeBatches(chunks, recordsIn, readRecord(options)),
});

/** @throws HubError SOURCE_UNREADABLE for a file that is not UTF-8, not JSON, or neither array nor object. */
export function recordsIn(file: Buffer): readonly unknown[] {
  const value = parseJson(textOfJson(file));
  if (Array.isArray(value)) return value;
  if (isObject(value)) return [value.contents, value.content].find(Array.isArray) ?? [value];
  throw new HubError("SOURCE_UNREADABLE", "noRecords");
}
