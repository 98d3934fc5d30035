import { createHash } from "node:crypto";
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
import { layout } from "../../storage/records/codec";
import { codecs } from "../../storage/records/codecs";
import { codecOf, type HubRecordType, hubRecordTypes } from "../../storage/records/hub-record";
import { saveAll, starterOrigin } from "../../storage/records/save";
import { removeAll } from "../../storage/records/write-gone";
import { countOutcomes } from "../report/report";
import { beforeFirst } from "../run/save-records";
import { protectedObservations } from "../run/small-numbers";
import { boundaryOf, boundarySchema } from "./boundary-lines";
import { observationsOf, seriesSchema } from "./observation-series";

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

/** How the records of a type stand in a file. */
interface StarterFile {
  readonly file: string;
  readonly type: HubRecordType;
  read(entry: object): readonly unknown[];
}

/** Files of many or large records, which `npm run data` writes: boundaries as steps, observations as series. */
export const boundariesFile = "area-boundaries.json";
export const seriesFile = "observation-series.json";

const files: readonly StarterFile[] = hubRecordTypes.flatMap((type): StarterFile[] => {
  const { create, starterFile } = codecOf(type);
  const plain =
    starterFile === undefined ? [] : [{ file: starterFile, type, read: (entry: object) => [create!(entry)] }];
  if (type === "areaBoundary")
    return [{ file: boundariesFile, type, read: (entry) => [boundaryOf(boundarySchema.parse(entry))] }];
  if (type !== "observation") return plain;
  const read: StarterFile["read"] = (entry) => observationsOf([seriesSchema.parse(entry)]);
  return [...plain, { file: seriesFile, type, read }];
});

/** The outcomes for the records of each file; missing files are left out. */
export type StarterReport = Readonly<Record<string, SavedRecords>>;

/** A file of each folder that has it, as text. */
type Texts = ReadonlyMap<string, readonly string[]>;

/**
 * Loads the facts that come with the hub. Records from an import stay as they are (KEPT).
 * @param folders with JSON arrays of records, in the hub's own format. A record of a later one counts instead of the same
 * record of an earlier one.
 * @throws HubError SOURCE_UNREADABLE that names the file, and INVALID_RECORD that names the record.
 */
export const loadStarter = async (
  table: Table,
  folders: string | readonly string[],
  now: string,
): Promise<StarterReport> => load(table, await textsOf([folders].flat()), now);

/**
 * The same, unless these very files were loaded before: a start with nothing new reads the files, and no record.
 * @returns `null` then.
 */
export async function loadNewStarter(
  table: Table,
  folders: readonly string[],
  now: string,
): Promise<StarterReport | null> {
  const texts = await textsOf(folders);
  const { hub } = createRepositories(table);
  const hash = createHash("sha256")
    .update(JSON.stringify([layout, publishedForm, [...texts]]))
    .digest("base64url");
  if ((await hub.starterHash()) === hash && !(await isBehind(table))) return null;
  const report = await load(table, texts, now);
  await hub.markStarter(hash);
  return report;
}

/** Whether a start loaded everything that comes with the hub, so that an import keeps to it. */
export const hasStarted = async (table: Table): Promise<boolean> =>
  (await createRepositories(table).hub.starterHash()) !== null;

async function textsOf(folders: readonly string[]): Promise<Texts> {
  const texts = new Map<string, readonly string[]>();
  for (const { file } of files) {
    const found = await Promise.all(
      folders.map((folder) => readFile(path.join(folder, file), "utf8").catch(absentIsNull)),
    );
    const given = found.filter((text) => text !== null);
    if (given.length > 0) texts.set(file, given);
  }
  return texts;
}

/** The records of some folders, by type and code. */
export async function starterRecords(
  folders: readonly string[],
): Promise<ReadonlyMap<HubRecordType, ReadonlyMap<string, unknown>>> {
  const texts = await textsOf(folders);
  const byType = new Map<HubRecordType, Map<string, unknown>>();
  for (const file of files) {
    const own = byType.get(file.type) ?? new Map<string, unknown>();
    byType.set(file.type, own);
    for (const record of readTexts(file, texts.get(file.file) ?? []))
      own.set(codecOf(file.type).code(record), record);
  }
  return byType;
}

/** The records of a file of several folders: the last one of each code. */
function readTexts(file: StarterFile, texts: readonly string[]): unknown[] {
  const all = texts.flatMap((text) =>
    recordsOf(file.file, text).flatMap((fields, i) => entryOf(file, i, fields)),
  );
  return [...new Map(all.map((record) => [codecOf(file.type).code(record), record])).values()];
}

async function load(table: Table, texts: Texts, now: string): Promise<StarterReport> {
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
  for (const starterFile of files) {
    const { file, type } = starterFile;
    const given = texts.get(file);
    if (given === undefined) continue;
    const codec = codecOf(type);
    const records = readTexts(starterFile, given);
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
  const dropped = await dropDecisions(table, texts);
  const written = Object.values(report).some(({ created, changed }) => created + changed > 0);
  // The writes of an interrupted run have no version and no projections yet.
  const hasNew = written || dropped || unfinished;
  if (hasNew || (await isBehind(table))) await refresh(table, "EVERYTHING", { now, written: hasNew });
  return report;
}

/** A decision of stewards that left its file has no effect any more. */
async function dropDecisions(table: Table, texts: Texts): Promise<boolean> {
  const file = files.find(({ type }) => type === "sameCentreDecision")!;
  const own = new Set(readTexts(file, texts.get(file.file) ?? []).map(codecOf(file.type).code));
  const { hub, sameCentreDecisions } = createRepositories(table);
  const stored = await sameCentreDecisions.all();
  const gone = stored.filter(({ code }) => !own.has(code));
  if (gone.length === 0) return false;
  await hub.markUnfinished();
  await removeAll(table, gone.map(codecs.sameCentreDecision.key));
  return true;
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

function entryOf({ file, read }: StarterFile, index: number, fields: unknown): readonly unknown[] {
  if (typeof fields === "object" && fields !== null && !Array.isArray(fields)) return read(fields);
  throw new HubError("SOURCE_UNREADABLE", "starterRecord", { file, index }, { where: file });
}
