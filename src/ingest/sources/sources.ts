import { existsSync } from "node:fs";
import path from "node:path";
import { citySources } from "../../../cities";
import { HubError } from "../../domain/kit/errors";
import type { Source } from "../kit/source";
import { inOrderOfNeeds } from "../kit/source-order";
import { sourceOf } from "../mapping/source-of";
import { type HubWords, wordsOfFolders } from "../mapping/starter-words";
import { withDefinitions } from "./hub-words";
import { mappingsOf, ownFolder } from "./own-mappings";

/** The sources in code of the cities whose folders are there. */
const sourcesInCode = (folders: readonly string[]): readonly Source[] =>
  Object.entries(citySources).flatMap(([city, own]) =>
    folders.some((folder) => existsSync(path.join(folder, "sources", city))) ? own : [],
  );

/** What a hub knows before it reads the folder of an import. */
export interface HubSources {
  /** In the order of import: boundaries first, because centres need them. */
  readonly sources: readonly Source[];
  /** The codes of its data and of its sources. */
  readonly words: HubWords;
}

/**
 * A source that nobody fetches and nobody gives would stay as old as its first import, without a failure. One whose partner uploads it
 * says where it comes from, and synthetic data is only imported where somebody asks for it.
 * @throws HubError BAD_USER_INPUT that names all of them.
 */
function checkOrigins(sources: readonly Source[]): void {
  const codes = sources
    .filter(({ origin, ref, uploadedBy }) => !origin && !uploadedBy && !ref.synthetic)
    .map(({ ref }) => ref.code);
  if (codes.length > 0)
    throw new HubError("BAD_USER_INPUT", "sourcesWithoutOrigin", { codes }, { where: "origin" });
}

/**
 * @param seeds folders with the data of the hub; `null` for the data that comes with it.
 * @throws HubError for a faulty mapping file, and for a source without an origin.
 */
function readHubSources(seeds: readonly string[] | null): HubSources {
  const folders = seeds ?? [ownFolder()];
  const inCode = sourcesInCode(folders);
  const words = wordsOfFolders(folders);
  const mappings = mappingsOf(folders, {
    ...words,
    sources: new Set(inCode.map(({ ref }) => ref.code)),
  });
  const found = inOrderOfNeeds([...mappings.map(sourceOf), ...inCode]);
  checkOrigins(found);
  return { sources: found, words: withDefinitions(words, found) };
}

const known = new Map<string, HubSources>();

/** Read once for each choice of folders. */
export function hubSources(seeds: readonly string[] | null = null): HubSources {
  const id = JSON.stringify(seeds);
  const found = known.get(id) ?? readHubSources(seeds);
  known.set(id, found);
  return found;
}
