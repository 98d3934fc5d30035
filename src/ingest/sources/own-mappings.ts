import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isMappingFile, mappingSet } from "../mapping/mapping-set";
import { type ParsedMapping, readMapping } from "../mapping/parse-mapping";
import type { HubWords } from "../mapping/starter-words";

/**
 * The mapping files of a hub, which are below `sources` of the folders of its data: they decide its cities.
 * @param words the codes that they may name.
 */
export function mappingsOf(folders: readonly string[], words: HubWords): readonly ParsedMapping[] {
  const read = folders.flatMap((folder) => {
    const below = path.join(folder, "sources");
    if (!existsSync(below)) return [];
    return readdirSync(below, { recursive: true, encoding: "utf8" })
      .filter(isMappingFile)
      .map((file) => readMapping(file, readFileSync(path.join(below, file), "utf8")));
  });
  const { mappings, faulty } = mappingSet(
    read.sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1)),
    words,
  );
  if (faulty.length > 0) throw faulty[0]!.error;
  return mappings;
}

const codeOf = ({ mapping }: ParsedMapping): string => mapping.source.code;

/** The folder of the data that comes with the hub: above the code, or beside a bundle of it. */
export function ownFolder(from: string = __dirname): string {
  const folder = path.join(from, "data");
  if (existsSync(path.join(folder, "sources"))) return folder;
  if (path.dirname(from) === from)
    throw new Error("There is no folder data/sources above the code of the hub.");
  return ownFolder(path.dirname(from));
}
