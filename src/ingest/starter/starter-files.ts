import { readFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";
import { HubError } from "../../domain/kit/errors";
import {
  createDataQualityIssue,
  type DataQualityIssue,
  dataQualityIssueRecord,
} from "../../domain/quality/data-quality-issue";
import { codecOf, type HubRecordType, hubRecordTypes } from "../../storage/records/hub-record";
import { boundaryOf, boundarySchema } from "./boundary-lines";
import { observationsOf, seriesSchema } from "./observation-series";

/** How the records of a type stand in a file. */
export interface StarterFile {
  readonly file: string;
  readonly type: HubRecordType;
  /** The records of an entry. */
  read(entry: object): readonly unknown[];
  /** The form of an entry (JSON Schema 2020-12). */
  jsonSchema(): object;
}

/** Files of many or large records, which `npm run data` writes: boundaries as steps, observations as series. */
export const boundariesFile = "area-boundaries.json";
export const seriesFile = "observation-series.json";

/** Faults that an import found in the files. The instant at which it found them is a fact of each hub and left out. */
export const issuesFile = "data-quality-issues.json";

const ofType = (type: HubRecordType): StarterFile[] => {
  const { create, starterFile, jsonSchema } = codecOf(type);
  const plain: StarterFile[] =
    starterFile === undefined
      ? []
      : [{ file: starterFile, type, read: (entry) => [create!(entry)], jsonSchema: jsonSchema! }];
  switch (type) {
    case "areaBoundary":
      return [compact(boundariesFile, type, boundarySchema, (line) => [boundaryOf(line)])];
    case "observation":
      return [...plain, compact(seriesFile, type, seriesSchema, (series) => observationsOf([series]))];
    case "dataQualityIssue": {
      const read: StarterFile["read"] = (entry) => [
        createDataQualityIssue({ ...(entry as DataQualityIssue), firstSeen: "" }),
      ];
      return [{ file: issuesFile, type, read, jsonSchema: dataQualityIssueRecord.jsonSchema }];
    }
    default:
      return plain;
  }
};

const compact = <T>(
  file: string,
  type: HubRecordType,
  schema: z.ZodType<T>,
  read: (entry: T) => readonly unknown[],
): StarterFile => ({
  ...{ file, type },
  read: (entry) => read(schema.parse(entry)),
  jsonSchema: () => z.toJSONSchema(schema, { io: "input" }),
});

/** The files of the starter data, in the order of loading. */
export const starterFiles: readonly StarterFile[] = hubRecordTypes.flatMap(ofType);

/** The form of starter files, for editors that complete and check them (JSON Schema 2020-12): one definition for each. */
export function starterJsonSchema(): string {
  const schema = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Starter files of Vicinato",
    $defs: Object.fromEntries(
      starterFiles.map(({ file, jsonSchema }) => [file, { type: "array", items: jsonSchema() }]),
    ),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

/** A file of each folder that has it, as text. */
export type StarterTexts = ReadonlyMap<string, readonly string[]>;

export async function textsOf(folders: readonly string[]): Promise<StarterTexts> {
  const read = (folder: string, file: string) =>
    readFile(path.join(folder, file), "utf8").catch(absentIsNull);
  const all = await Promise.all(
    starterFiles.map(async ({ file }) => {
      const found = await Promise.all(folders.map((folder) => read(folder, file)));
      return [file, found.filter((text) => text !== null)] as const;
    }),
  );
  return new Map(all.filter(([, given]) => given.length > 0));
}

/** The records of some folders, by type and code. */
export async function starterRecords(
  folders: readonly string[],
): Promise<ReadonlyMap<HubRecordType, ReadonlyMap<string, unknown>>> {
  const texts = await textsOf(folders);
  const byType = new Map<HubRecordType, Map<string, unknown>>();
  for (const file of starterFiles) {
    const own = byType.get(file.type) ?? new Map<string, unknown>();
    byType.set(file.type, own);
    for (const record of readTexts(file, texts.get(file.file) ?? []))
      own.set(codecOf(file.type).code(record), record);
  }
  return byType;
}

/** The records of a file of several folders: the last one of each code. */
export function readTexts(file: StarterFile, texts: readonly string[]): unknown[] {
  const all = texts.flatMap((text) =>
    recordsOf(file.file, text).flatMap((fields, i) => entryOf(file, i, fields)),
  );
  return [...new Map(all.map((record) => [codecOf(file.type).code(record), record])).values()];
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
