import { readFile, rm, stat, writeFile } from "node:fs/promises";
import * as z from "zod";
import { jsonOrNull } from "./json-or-null";
import { shownUrl } from "./shown-url";

/** The beginning of a file whose download was interrupted. */
export interface Part {
  readonly bytes: number;
  /** The ETag of that version, or the date of its last change. */
  readonly validator: string;
}

export const partOf = (file: string): string => `${file}.part`;
const stateOf = (file: string): string => `${file}.part.json`;

const state = z.object({ url: z.string(), validator: z.string() });

/** The existing part of the file at the same address; `null` without one that can be continued. */
export async function knownPart(file: string, url: string): Promise<Part | null> {
  const text = await readFile(stateOf(file), "utf8").catch(() => "");
  const found = await stat(partOf(file)).catch(() => null);
  const known = state.safeParse(jsonOrNull(text)).data;
  if (known === undefined || known.url !== shownUrl(url) || !found || found.size === 0) return null;
  return { bytes: found.size, validator: known.validator };
}

/** Written before the first byte: the version of the part. */
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

/**
 * Only a strong validator guarantees that two parts have the same bytes (RFC 9110, 13.1.5); a compressed answer has
 * none.
 */
export function validatorOf(headers: Headers): string | null {
  if (headers.has("content-encoding")) return null;
  const etag = headers.get("etag");
  if (etag !== null) return etag.startsWith('"') ? etag : null;
  return headers.get("last-modified");
}
