import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";

const zip = promisify(gzip);
const unzip = promisify(gunzip);

export const zipped = (text: string): Promise<Buffer> => zip(text, { level: 9 });
export const unzipped = async (bytes: Uint8Array): Promise<string> => (await unzip(bytes)).toString();

export const hashOf = (content: string | Uint8Array): string =>
  createHash("sha256").update(content).digest("base64url").slice(0, 22);
