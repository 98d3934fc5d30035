import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";
import type { Source } from "../kit/source";
import { mappingLimits } from "../mapping/mapping-limits";
import { type FaultyMapping, isMappingFile, mappingSet, sortOut } from "../mapping/mapping-set";
import { checkSize, readMapping } from "../mapping/parse-mapping";
import { sourceOf } from "../mapping/source-of";
import { hubSources } from "./sources";

export interface FoundMappings {
  readonly sources: readonly Source[];
  /** Files that cannot be used: they do not stop the others. */
  readonly faulty: readonly FaultyMapping[];
}

/**
 * The sources of mapping files: those of the folder itself, by name, and the given ones.
 * @param given paths of further mapping files, anywhere; the files that they name are below the folder all the same.
 * @param seeds folders with the data of the hub; `null` for the data that comes with it.
 * @throws HubError LIMIT_EXCEEDED for too many of them.
 */
export async function findMappings(
  folder: string,
  given: readonly string[] = [],
  seeds: readonly string[] | null = null,
): Promise<FoundMappings> {
  const names = await readdir(folder).catch(() => [] as string[]);
  const inFolder = names
    .filter(isMappingFile)
    .sort()
    .map((name) => path.join(folder, name));
  const files = [...new Set([...inFolder, ...given].map((file) => path.resolve(file)))];
  if (files.length > mappingLimits.files) {
    const values = { folder, count: files.length, most: mappingLimits.files };
    throw new HubError("LIMIT_EXCEEDED", "mappingFiles", values, { where: "from" });
  }
  const texts = await Promise.all(
    files.map(async (file) => ({ file, text: await textOf(file).catch((error: HubError) => error) })),
  );
  const nameOf = ({ file }: { readonly file: string }): string => path.relative(folder, file);
  const { sound, faulty } = sortOut(texts, nameOf, (each) => {
    if (typeof each.text !== "string") throw each.text;
    return readMapping(nameOf(each), each.text);
  });
  const set = mappingSet(sound, hubSources(seeds).words);
  return { sources: set.mappings.map(sourceOf), faulty: [...faulty, ...set.faulty] };
}

async function textOf(file: string): Promise<string> {
  checkSize(file, (await stat(file).catch(() => null))?.size ?? 0);
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    const values = { file, reason: String(cause.code) };
    throw new HubError("BAD_USER_INPUT", "mappingUnreadable", values, { where: "mapping", cause });
  });
}
