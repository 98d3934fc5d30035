import { createReadStream } from "node:fs";
import { Zip, ZipDeflate } from "fflate";
import { OutputFile, type Written } from "./output-file";

/** A file of an archive: its path on disk, or its text. */
export interface ZipPart {
  readonly name: string;
  readonly content: { readonly path: string } | { readonly text: string };
}

/** The earliest time that an archive can state, on any local clock: the same parts are the same bytes whenever they are written. */
const earliest = (): Date => new Date(1980, 0, 1);

/** Writes an archive of some files, without holding more than a piece of it. */
export async function writeZip(path: string, parts: readonly ZipPart[]): Promise<Written> {
  const file = new OutputFile(path, { compress: false });
  const zipped: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    zipped.push(piece);
  });
  const flush = async (): Promise<void> => {
    for (const piece of zipped.splice(0)) await file.write(piece);
  };
  for (const { name, content } of parts) {
    const entry = new ZipDeflate(name);
    entry.mtime = earliest();
    zip.add(entry);
    for await (const piece of "path" in content
      ? createReadStream(content.path)
      : [Buffer.from(content.text)]) {
      entry.push(piece as Uint8Array);
      await flush();
    }
    entry.push(new Uint8Array(), true);
    await flush();
  }
  zip.end();
  await flush();
  return file.end();
}
