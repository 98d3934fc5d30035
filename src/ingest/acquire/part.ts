import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { z } from "zod";
import { jsonOrNull } from "./json-or-null";
import { shownUrl } from "./shown-url";

/** The beginning of a file of which the download broke off. */
export interface Part {
  readonly bytes: number;
  /** The ETag, or the date of the last change, of the version that it is the beginning of. */
  readonly validator: string;
}

export const partOf = (file: string): string => `${file}.part`;
const stateOf = (file: string): string => `${file}.part.json`;

const state = z.object({ url: z.string(), validator: z.string() });

/** What is there of the file at the same address; `null` where nothing is that one can go on from. */
export async function knownPart(file: string, url: string): Promise<Part | null> {
  const text = await readFile(stateOf(file), "utf8").catch(() => "");
  const found = await stat(partOf(file)).catch(() => null);
  const known = state.safeParse(jsonOrNull(text)).data;
  if (known === undefined || known.url !== shownUrl(url) || !found || found.size === 0) return null;
  return { bytes: found.size, validator: known.validator };
}

/** Before the first byte is written: of which version the part is the beginning. */
export async function beginPart(file: string, url: string, headers: Headers): Promise<void> {
  await forgetPart(file);
  const validator = validatorOf(headers);
  if (validator === null) return;
  await writeFile(stateOf(file), `${JSON.stringify({ url: shownUrl(url), validator })}\n`);
}

export async function forgetPart(file: string): Promise<void> {
  await rm(stateOf(file), { force: true });
  await rm(partOf(file), { force: true });
}

/** Only a strong validator says that two parts are of the same bytes (RFC 9110, 13.1.5); a packed body has none. */
export function validatorOf(headers: Headers): string | null {
  if (headers.has("content-encoding")) return null;
  const etag = headers.get("etag");
  if (etag !== null) return etag.startsWith('"') ? etag : null;
  return headers.get("last-modified");
}
