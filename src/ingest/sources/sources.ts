import type { Source } from "../kit/source";
import { inOrderOfNeeds } from "../kit/source-order";
import { sourceOf } from "../mapping/source-of";
import { type HubWords, starterWords, wordsOfFolders } from "../mapping/starter-words";
import { census2011 } from "./census-2011.source";
import { withDefinitions } from "./hub-words";
import { mefIncomeClasses } from "./mef-income-classes.source";
import { isOwnFolder, mappingsOf, ownFolder } from "./own-mappings";
import { wemi } from "./wemi.source";

/** Sources that a mapping file cannot express. */
const ofCode = [mefIncomeClasses, census2011, wemi] as unknown as readonly Source[];

/** What a hub knows before it reads the folder of an import. */
export interface HubSources {
  /** In the order of import: boundaries first, because centres need them. */
  readonly sources: readonly Source[];
  /** The codes of its data and of its sources. */
  readonly words: HubWords;
}

/** @param seeds folders with the data of the hub; `null` for the data that comes with it. */
function readHubSources(seeds: readonly string[] | null): HubSources {
  const isOwn = seeds === null || seeds.some(isOwnFolder);
  const inCode = isOwn ? ofCode : [];
  const words = seeds === null ? starterWords : wordsOfFolders(seeds);
  const mappings = mappingsOf(seeds ?? [ownFolder()], {
    ...words,
    sources: new Set(inCode.map(({ ref }) => ref.code)),
  });
  const found = inOrderOfNeeds([...mappings.map(sourceOf), ...inCode]);
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

/** Those that come with the hub. */
export const { sources, words: hubWords } = hubSources();

/** For messages: every code that `--only` accepts. */
export const sourceCodes: readonly string[] = sources.map(({ ref }) => ref.code);
