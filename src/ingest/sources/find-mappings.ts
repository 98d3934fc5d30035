import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";
import type { Source } from "../kit/source";
import { mappingError } from "../mapping/mapping-fault";
import { mappingLimits } from "../mapping/mapping-limits";
import { isMappingFile, mappingSet } from "../mapping/mapping-set";
import { type ParsedMapping, parseMapping } from "../mapping/parse-mapping";
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
  if (files.length > mappingLimits.files) throw tooMany(folder, files.length);
  const parsed: ParsedMapping[] = [];
  for (const file of files)
    parsed.push(parseMapping(path.relative(folder, file), await textOf(file), hubWords));
  return mappingSet(parsed).map(sourceOf);
}

async function textOf(file: string): Promise<string> {
  const size = (await stat(file).catch(() => null))?.size ?? 0;
  if (size > mappingLimits.bytes) {
    const message = `has ${size} bytes; at most ${mappingLimits.bytes} are read`;
    throw mappingError(file, [{ path: [], message, hint: "Split it.", line: 1 }]);
  }
  return readFile(file, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new HubError("BAD_USER_INPUT", {
      message: `The mapping file ${file} cannot be read (${cause.code}).`,
      messageIt: `Il file di mappatura ${file} non può essere letto (${cause.code}).`,
      hint: "Check its name and permissions.",
      where: "mapping",
      cause,
    });
  });
}

const tooMany = (folder: string, count: number): HubError =>
  new HubError("LIMIT_EXCEEDED", {
    message: `There are ${count} mapping files in ${folder}; at most ${mappingLimits.files} are read.`,
    messageIt: `Ci sono ${count} file di mappatura in ${folder}; se ne leggono al massimo ${mappingLimits.files}.`,
    hint: "Import them from several folders.",
    where: "from",
  });
