import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";

export interface Checksum {
  readonly algorithm: "md5" | "sha1" | "sha256";
  readonly hex: string;
}

const byLength = { 32: "md5", 40: "sha1", 64: "sha256" } as const;

/** Catalogues state a checksum without its algorithm: the length shows it. `null` for anything else. */
export function readChecksum(text: string | null | undefined): Checksum | null {
  const hex = text?.trim().replace(/^(?:md5|sha1|sha256):/i, "") ?? "";
  const algorithm = byLength[hex.length as keyof typeof byLength];
  return algorithm !== undefined && /^[0-9a-f]+$/i.test(hex) ? { algorithm, hex: hex.toLowerCase() } : null;
}

export const sha256Of = (file: string): Promise<string> => digestOf(file, "sha256");

export async function digestOf(file: string, algorithm: Checksum["algorithm"]): Promise<string> {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}
