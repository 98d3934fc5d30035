import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { HubError } from "../../domain/kit/errors";
import type { Source } from "../kit/source";
import { mappingError } from "./mapping-fault";
import { mappingLimits } from "./mapping-limits";
import { type ParsedMapping, parseMapping } from "./parse-mapping";
import { sourceOf } from "./source-of";

const isMappingFile = (name: string): boolean => /\.mapping\.(?:ya?ml|json)$/i.test(name);

/**
 * The sources that mapping files describe: those of the folder itself, by name, and those that are given.
 * @param given paths of further mapping files, wherever they are; the files they name are below the folder all the same.
 * @throws HubError BAD_USER_INPUT for a mapping file with faults, and where two of them define the same code.
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
  for (const file of files) parsed.push(parseMapping(path.relative(folder, file), await textOf(file)));
  checkOnce(parsed);
  // Boundaries first: they say where places lie.
  const givesAreas = ({ mapping }: ParsedMapping): boolean =>
    mapping.records.some(({ type }) => type === "area");
  return [...parsed.filter(givesAreas), ...parsed.filter((each) => !givesAreas(each))].map(sourceOf);
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

/** Each source, and each definition, belongs to one mapping file. */
function checkOnce(all: readonly ParsedMapping[]): void {
  const owners = new Map<string, string>();
  for (const { mapping, file, lineOf } of all) {
    const own = [
      { code: `source ${mapping.source.code}`, path: ["source", "code"] },
      ...(["indicators", "organizations", "terms"] as const).flatMap((section) =>
        mapping[section].map(({ code }, i) => ({ code: `${section} ${code}`, path: [section, i, "code"] })),
      ),
    ];
    for (const { code, path: place } of own) {
      const owner = owners.get(code);
      if (owner !== undefined) {
        const message = `is ${code.split(" ")[1]}, which ${owner} defines too`;
        const hint = "Choose another code, or define it in one file only.";
        throw mappingError(file, [{ path: place, message, hint, line: lineOf(place) }]);
      }
      owners.set(code, file);
    }
  }
}

const tooMany = (folder: string, count: number): HubError =>
  new HubError("LIMIT_EXCEEDED", {
    message: `There are ${count} mapping files in ${folder}; at most ${mappingLimits.files} are read.`,
    messageIt: `Ci sono ${count} file di mappatura in ${folder}; se ne leggono al massimo ${mappingLimits.files}.`,
    hint: "Import them from several folders.",
    where: "from",
  });
