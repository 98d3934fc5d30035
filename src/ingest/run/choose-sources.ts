import { stat } from "node:fs/promises";
import { HubError } from "../../domain/kit/errors";
import type { Source } from "../kit/source";
import type { FaultyMapping } from "../mapping/mapping-set";
import { findMappings } from "../sources/find-mappings";
import { hubSources } from "../sources/sources";
import { findFile } from "./source-file";

/** The requested sources. */
export interface Choice {
  /** Codes of the sources to import; all if absent. */
  readonly only?: readonly string[];
  /** Whether to import synthetic sources too, as with VICINATO_DEMO; one that `only` names is always imported. */
  readonly demo?: boolean;
  /** Mapping files beside those of the folder. */
  readonly mappings?: readonly string[];
  /** Folders with the data of the hub; the data that comes with it if absent. */
  readonly seeds?: readonly string[] | null;
}

type FolderChoice = Choice & { readonly folder: string };

/**
 * The sources that a run will import, without reading any table. A faulty mapping file does not stop the others.
 * @throws HubError BAD_USER_INPUT for a folder that does not exist or has no known file, and for a faulty mapping file
 * if nothing else is left to import; UNKNOWN_CODE in `only`.
 */
export async function checkRequest({ folder, only, demo, mappings, seeds }: FolderChoice): Promise<Chosen> {
  const { faulty, ...found } = await findMappings(folder, mappings, seeds);
  const known = [...hubSources(seeds).sources, ...found.sources];
  try {
    const chosen = sourcesFor({ only, demo }, known);
    await checkFolder(folder, chosen);
    return { chosen, faulty: only === undefined ? faulty : [] };
  } catch (error) {
    // Nothing is left to import: a mapping file with faults is the likely reason.
    throw faulty[0]?.error ?? error;
  }
}

export interface Chosen {
  readonly chosen: readonly Source[];
  /** Mapping files that cannot be used; none if the run asks for certain sources only. */
  readonly faulty: readonly FaultyMapping[];
}

/** Those of the hub, then those of mapping files in the folder. */
export const knownSources = async ({ folder, mappings, seeds }: FolderChoice): Promise<readonly Source[]> => [
  ...hubSources(seeds).sources,
  ...(await findMappings(folder, mappings, seeds)).sources,
];

/** The synthetic sources of a folder that a run does not import because they were not requested. */
export const leftOut = async (choice: FolderChoice): Promise<readonly Source[]> =>
  unrequestedSynthetic(choice, await knownSources(choice));

/** Synthetic data never enters a hub without a request for it. */
const unrequestedSynthetic = ({ only, demo = false }: Choice, known: readonly Source[]): readonly Source[] =>
  only === undefined && !demo ? known.filter(({ ref }) => ref.synthetic) : [];

function sourcesFor({ only, demo }: Choice, known: readonly Source[]): readonly Source[] {
  const sourceCodes = known.map(({ ref }) => ref.code);
  const unknown = only?.find((code) => !sourceCodes.includes(code));
  const out = unrequestedSynthetic({ only, demo }, known);
  if (unknown === undefined)
    return known.filter((source) => (only?.includes(source.ref.code) ?? true) && !out.includes(source));
  throw new HubError(
    "UNKNOWN_CODE",
    "noImportSource",
    { code: unknown, known: sourceCodes },
    { where: "only" },
  );
}

async function checkFolder(folder: string, chosen: readonly Source[]): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) throw new HubError("BAD_USER_INPUT", "noFolder", { folder }, { where: "from" });
  const files = await Promise.all(chosen.map((source) => findFile(folder, source.files)));
  if (files.some((file) => file !== null)) return;
  const known = chosen.map((source) => source.files[0]!);
  throw new HubError("BAD_USER_INPUT", "folderWithoutFiles", { folder, files: known }, { where: "from" });
}
