import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Piece } from "./formats/file-format";

/** Characters or bytes that are collected before they are written. */
const collected = 64_000;

/** What became of a file. */
export interface Written {
  readonly bytes: number;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly sha256: string;
  /** Bytes of its compressed form; `null` without one. */
  readonly gzipBytes: number | null;
}

/** Writes a file, and its compressed form to `<path>.gz`, without holding more than a piece of it. */
export class OutputFile {
  private readonly hash = createHash("sha256");
  private readonly file: WriteStream;
  private readonly zipped: WriteStream | null;
  private readonly gzip = createGzip();
  private waiting: Piece[] = [];
  private waitingSize = 0;
  private bytes = 0;

  constructor(
    readonly path: string,
    { compress }: { readonly compress: boolean },
  ) {
    this.file = createWriteStream(path);
    this.zipped = compress ? createWriteStream(`${path}.gz`) : null;
    if (this.zipped) this.gzip.pipe(this.zipped);
    // Errors are thrown by the wait for the end.
    for (const stream of [this.file, this.gzip, this.zipped]) stream?.on("error", () => undefined);
  }

  async write(piece: Piece): Promise<void> {
    if (piece.length === 0) return;
    this.waiting.push(piece);
    this.waitingSize += piece.length;
    if (this.waitingSize >= collected) await this.flush();
  }

  async end(): Promise<Written> {
    await this.flush();
    this.file.end();
    this.gzip.end();
    await finished(this.file);
    if (this.zipped) await finished(this.zipped);
    return {
      bytes: this.bytes,
      sha256: this.hash.digest("hex"),
      gzipBytes: this.zipped?.bytesWritten ?? null,
    };
  }

  private async flush(): Promise<void> {
    const bytes = Buffer.concat(this.waiting.map((piece) => Buffer.from(piece as Uint8Array)));
    [this.waiting, this.waitingSize] = [[], 0];
    this.hash.update(bytes);
    this.bytes += bytes.length;
    for (const stream of this.zipped ? [this.file, this.gzip] : [this.file])
      if (!stream.write(bytes)) await once(stream, "drain");
  }
}
