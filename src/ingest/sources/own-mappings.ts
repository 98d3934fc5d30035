import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isMappingFile, mappingSet } from "../mapping/mapping-set";
import { type ParsedMapping, readMapping } from "../mapping/parse-mapping";
import { starterWords } from "../mapping/starter-words";

/**
 * The mapping files of the hub, one folder for each city: the folder `data` decides the city.
 * @param taken codes of the sources in code.
 */
export function ownMappings(taken: readonly string[]): readonly ParsedMapping[] {
  const folder = dataFolder(__dirname);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isMappingFile);
  const words = { ...starterWords, sources: new Set(taken) };
  const read = files.map((file) => readMapping(file, readFileSync(path.join(folder, file), "utf8")));
  const { mappings, faulty } = mappingSet(
    read.sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1)),
    words,
  );
  if (faulty.length > 0) throw faulty[0]!.error;
  return mappings;
}

const codeOf = ({ mapping }: ParsedMapping): string => mapping.source.code;

const ownFolder = path.join("data", "sources");

/** Above the code, or beside a bundle of it. */
function dataFolder(from: string): string {
  const folder = path.join(from, ownFolder);
  if (existsSync(folder)) return folder;
  if (path.dirname(from) === from)
    throw new Error(`There is no folder ${ownFolder} above the code of the hub.`);
  return dataFolder(path.dirname(from));
}
