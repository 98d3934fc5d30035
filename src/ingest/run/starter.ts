import { readFile } from "node:fs/promises";
import path from "node:path";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Observation } from "../../domain/indicators/observation";
import { HubError } from "../../domain/kit/errors";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { SavedRecords } from "../../domain/quality/import-run";
import { isBehind, publishedForm, refresh } from "../../projections/refresh";
import { createRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import type { Codec } from "../../storage/records/codec";
import { codecOf, type HubRecordType, hubRecordTypes } from "../../storage/records/hub-record";
import { saveAll, starterOrigin } from "../../storage/records/save";
import { countOutcomes } from "../report/report";
import { beforeFirst } from "./save-records";
import { protectedObservations } from "./small-numbers";

/** The files of the starter data, in the order of loading. */
export const starterFiles = hubRecordTypes.flatMap((type) => {
  const { starterFile } = codecOf(type);
  return starterFile === undefined ? [] : [{ file: starterFile, type }];
});

/** The form of starter files, for editors that complete and check them (JSON Schema 2020-12): one definition for each. */
export function starterJsonSchema(): string {
  const definitions = starterFiles.map(({ file, type }) => [
    file,
    { type: "array", items: codecOf(type).jsonSchema!() },
  ]);
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Starter files of Vicinato",
    $defs: Object.fromEntries(definitions),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** The outcomes for the records of each file; missing files are left out. */
export type StarterReport = Readonly<Record<string, SavedRecords>>;

/**
 * Loads the facts that come with the hub. Records from an import stay as they are (KEPT).
 * @param folder with JSON arrays of records, in the hub's own format.
 * @throws HubError SOURCE_UNREADABLE that names the file, and INVALID_RECORD that names the record.
 */
export async function loadStarter(table: Table, folder: string, now: string): Promise<StarterReport> {
  const report: Record<string, SavedRecords> = {};
  const { hub } = createRepositories(table);
  const { unfinished } = await hub.publication(publishedForm);
  const before = beforeFirst(() => hub.markUnfinished());
  const modified = new Map<string, string | null>();
  const definitions: IndicatorDefinition[] = [];
  /** Stored observations beside them stay: a starter record replaces none of an import. */
  const safeToStore = async (
    type: HubRecordType,
    records: readonly unknown[],
  ): Promise<readonly unknown[]> =>
    type === "observation"
      ? (await protectedObservations(table, records as Observation[], definitions)).given
      : records;
  for (const { file, type } of starterFiles) {
    const codec = codecOf(type);
    const text = await readFile(path.join(folder, file), "utf8").catch(absentIsNull);
    if (text === null) continue;
    const records = recordsOf(file, text).map((fields, i) => recordOf(file, i, fields, codec));
    if (type === "sourceRef")
      for (const source of records as SourceRef[]) modified.set(source.code, source.modified);
    // For a record with several sources it is unknown which of them stated it first.
    const publishedOn = (record: unknown): string | null => {
      const { sourceCodes = [] } = record as { readonly sourceCodes?: readonly string[] };
      return sourceCodes.length === 1 ? (modified.get(sourceCodes[0]!) ?? null) : null;
    };
    if (type === "indicator") definitions.push(...(records as IndicatorDefinition[]));
    const options = { origin: starterOrigin, now, publishedOn, before, isProtected: type === "observation" };
    const outcomes = await saveAll(table, codec, await safeToStore(type, records), options);
    report[file] = countOutcomes(outcomes);
  }
  const written = Object.values(report).some(({ created, changed }) => created + changed > 0);
  // The writes of an interrupted run have no version and no projections yet.
  const hasNew = written || unfinished;
  if (hasNew || (await isBehind(table))) await refresh(table, "EVERYTHING", { now, written: hasNew });
  return report;
}

function absentIsNull(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function recordsOf(file: string, text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
  } catch (cause) {
    const values = { file, reason: (cause as SyntaxError).message };
    throw new HubError("SOURCE_UNREADABLE", "starterJson", values, { where: file, cause });
  }
  throw new HubError("SOURCE_UNREADABLE", "starterForm", { file }, { where: file });
}

function recordOf(file: string, index: number, fields: unknown, { create }: Codec<unknown>): unknown {
  if (typeof fields === "object" && fields !== null && !Array.isArray(fields)) return create!(fields);
  throw new HubError("SOURCE_UNREADABLE", "starterRecord", { file, index }, { where: file });
}
