import { HubError } from "../../domain/errors";
import type { Chunks } from "../source";

/** A file of a format that can only be read as a whole must not be larger than this: 100 MB. */
export const mostWholeBytes = 100 * 1024 * 1024;

/**
 * All bytes of a file, for formats that can only be read as a whole.
 * @throws HubError SOURCE_UNREADABLE for a file that is too large for that.
 */
export async function readWhole(chunks: Chunks, most = mostWholeBytes): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most) throw tooLarge(most);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

const tooLarge = (most: number): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: `The file has more than ${most} bytes, which is the most that can be read of this format.`,
    messageIt: `Il file ha più di ${most} byte, il massimo che si può leggere in questo formato.`,
    hint: "Import it in parts, for example by year or by area.",
  });
