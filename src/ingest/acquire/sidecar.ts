import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { z } from "zod";
import { sha256Of } from "./checksum";
import { jsonOrNull } from "./json-or-null";

/** What is known of a file that was acquired; kept beside it as `<file>.download.json`. */
export interface Sidecar {
  /** Without anything secret. */
  readonly url: string;
  /** Instant at which it was asked for, ISO 8601 UTC. */
  readonly retrievedAt: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly sha256: string;
  readonly bytes: number;
  /** False where the publisher could not give everything: `gaps` says what is missing. */
  readonly complete: boolean;
  readonly gaps: readonly string[];
  /** What a catalogue says of its version: while it is the same, the file is not asked for again. */
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

/** The sidecar of a file that is there, word for word as it was acquired; `null` for anything else. */
export async function readSidecar(file: string): Promise<Sidecar | null> {
  const text = await readFile(placeOf(file), "utf8").catch(() => null);
  const found = await stat(file).catch(() => null);
  if (text === null || found === null) return null;
  const known = sidecar.safeParse(jsonOrNull(text)).data;
  if (known === undefined || known.bytes !== found.size) return null;
  return (await sha256Of(file)) === known.sha256 ? known : null;
}

/** Written aside and renamed: nobody reads half of it. */
export async function writeSidecar(file: string, content: Sidecar): Promise<void> {
  await writeFile(`${placeOf(file)}.part`, `${JSON.stringify(content, null, 2)}\n`);
  await rename(`${placeOf(file)}.part`, placeOf(file));
}
