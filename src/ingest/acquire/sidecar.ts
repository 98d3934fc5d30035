import { readFile, rename, stat, writeFile } from "node:fs/promises";
import * as z from "zod";
import { sha256Of } from "./checksum";
import { jsonOrNull } from "./json-or-null";

/** The facts about a download, stored beside the file as `<file>.download.json`. */
export interface Sidecar {
  /** Without secrets. */
  readonly url: string;
  /** Instant of the request, ISO 8601 UTC. */
  readonly retrievedAt: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly sha256: string;
  readonly bytes: number;
  /** False if the publisher could not give everything: `gaps` lists what is missing. */
  readonly complete: boolean;
  readonly gaps: readonly string[];
  /** The version in a catalogue: while it is the same, the file is not requested again. */
  readonly version: string | null;
}

const sidecar = z.object({
  url: z.string(),
  retrievedAt: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  sha256: z.string(),
  bytes: z.number(),
  complete: z.boolean(),
  gaps: z.array(z.string()),
  version: z.string().nullable(),
});

const placeOf = (file: string): string => `${file}.download.json`;

/** The sidecar of a file that has not changed since its download; `null` for anything else. */
export async function readSidecar(file: string): Promise<Sidecar | null> {
  const text = await readFile(placeOf(file), "utf8").catch(() => null);
  const found = await stat(file).catch(() => null);
  if (text === null || found === null) return null;
  const known = sidecar.safeParse(jsonOrNull(text)).data;
  if (known === undefined || known.bytes !== found.size) return null;
  return (await sha256Of(file)) === known.sha256 ? known : null;
}

/** Written aside and renamed: no reader sees half of it. */
export async function writeSidecar(file: string, content: Sidecar): Promise<void> {
  await writeFile(`${placeOf(file)}.part`, `${JSON.stringify(content, null, 2)}\n`);
  await rename(`${placeOf(file)}.part`, placeOf(file));
}
