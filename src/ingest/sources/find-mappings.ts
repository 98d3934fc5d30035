import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";
import type { Source } from "../kit/source";
import { mappingLimits } from "../mapping/mapping-limits";
import { isMappingFile, mappingSet } from "../mapping/mapping-set";
import { checkSize, type ParsedMapping, parseMapping } from "../mapping/parse-mapping";
import { sourceOf } from "../mapping/source-of";
import { hubWords } from "./hub-words";

/**
 * The sources of mapping files: those of the folder itself, by name, and the given ones.
 * @param given paths of further mapping files, anywhere; the files that they name are below the folder all the same.
 * @throws HubError BAD_USER_INPUT for a mapping file with faults, and if two of them define the same code.
 */
export async function findMappings(
  folder: string,
  given: readonly string[] = [],
): Promise<readonly Source[]> {
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
  const parsed: ParsedMapping[] = [];
  for (const file of files)
    parsed.push(parseMapping(path.relative(folder, file), await textOf(file), hubWords));
  return mappingSet(parsed).map(sourceOf);
}

async function textOf(file: string): Promise<string> {
  checkSize(file, (await stat(file).catch(() => null))?.size ?? 0);
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    const values = { file, reason: String(cause.code) };
    throw new HubError("BAD_USER_INPUT", "mappingUnreadable", values, { where: "mapping", cause });
  });
}
