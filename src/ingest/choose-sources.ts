import { stat } from "node:fs/promises";
import { HubError } from "../domain/errors";
import type { Source } from "./source";
import { findFile } from "./source-file";
import { sourceCodes, sources } from "./sources";

/** What somebody wants to have imported. */
export interface Choice {
  /** Codes of the sources to import; all when absent. */
  readonly only?: readonly string[];
  /** Whether made-up sources are imported too, as with VICINATO_DEMO; one that `only` names always is. */
  readonly demo?: boolean;
}

/**
 * The sources that a run will import, without touching any table.
 * @throws HubError BAD_USER_INPUT for a folder that is not there or holds no known file; UNKNOWN_CODE in `only`.
 */
export async function checkRequest({
  folder,
  only,
  demo,
}: Choice & { readonly folder: string }): Promise<readonly Source[]> {
  const chosen = sourcesFor({ only, demo });
  await checkFolder(folder, chosen);
  return chosen;
}

/** Made-up facts never come into a hub that nobody asked to have them. */
export const leftOut = ({ only, demo = false }: Choice): readonly Source[] =>
  only === undefined && !demo ? sources.filter(({ ref }) => ref.synthetic) : [];

function sourcesFor({ only, demo }: Choice): readonly Source[] {
  const unknown = only?.find((code) => !sourceCodes.includes(code));
  const out = leftOut({ only, demo });
  if (unknown === undefined)
    return sources.filter((source) => (only?.includes(source.ref.code) ?? true) && !out.includes(source));
  throw new HubError("UNKNOWN_CODE", {
    message: `There is no source ${JSON.stringify(unknown)}.`,
    messageIt: `Non esiste la fonte ${JSON.stringify(unknown)}.`,
    hint: `Known sources: ${sourceCodes.join(", ")}.`,
    where: "only",
  });
}

async function checkFolder(folder: string, chosen: readonly Source[]): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) {
    throw new HubError("BAD_USER_INPUT", {
      message: `There is no folder ${folder}.`,
      messageIt: `La cartella ${folder} non esiste.`,
      hint: "Give the folder that holds the downloaded files.",
      where: "from",
    });
  }
  const files = await Promise.all(chosen.map((source) => findFile(folder, source.files)));
  if (files.some((file) => file !== null)) return;
  throw new HubError("BAD_USER_INPUT", {
    message: `The folder ${folder} holds none of the known files.`,
    messageIt: `La cartella ${folder} non contiene nessuno dei file conosciuti.`,
    hint: `Known files: ${chosen.map((source) => source.files[0]).join(", ")}.`,
    where: "from",
  });
}
