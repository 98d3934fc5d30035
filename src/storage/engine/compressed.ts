import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip, gzipSync } from "node:zlib";

const zip = promisify(gzip);
const unzip = promisify(gunzip);

/** @param level of gzip: 9 for what is written once, less for what is written often. */
export const zipped = (text: string, level = 9): Promise<Buffer> => zip(text, { level });
export const unzipped = async (bytes: Uint8Array): Promise<string> => (await unzip(bytes)).toString();

/** For what is laid out at once, such as the items of a record. */
export const zippedNow = (text: string): Buffer => gzipSync(text, { level: 9 });

/** Bytes of one item: the limit is 400 KB. */
export const partBytes = 300_000;

export const hashOf = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("base64url").slice(0, 22);
