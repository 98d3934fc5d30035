import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
  S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { FileStore, StoredFile } from "./file-store";

/** S3 deletes at most so many objects in one call. */
const mostRemoved = 1_000;
/** Seconds for which a client may fetch a file: a slow one begins within them, and then takes as long as it needs. */
const addressSeconds = 300;

/** Files in a bucket of S3. Role and region are those of the process, unless the options say otherwise. */
export function bucketFiles(bucket: string, options: S3ClientConfig = {}): FileStore {
  // The length of every file is known: checksums after its end, which other stores than AWS do not read, would add nothing to TLS.
  const client = new S3Client({ requestChecksumCalculation: "WHEN_REQUIRED", ...options });
  const at = (name: string) => ({ Bucket: bucket, Key: name });

  return {
    has: async (name) => (await unlessMissing(client.send(new HeadObjectCommand(at(name))))) !== null,
    async take(name, from, mediaType) {
      const { size } = await stat(from);
      const content = { Body: createReadStream(from), ContentLength: size, ContentType: mediaType };
      await client.send(new PutObjectCommand({ ...at(name), ...content }));
      await rm(from);
    },
    async write(name, text) {
      await client.send(
        new PutObjectCommand({ ...at(name), Body: text, ContentType: "application/json; charset=utf-8" }),
      );
    },
    async read(name) {
      const found = await unlessMissing(client.send(new GetObjectCommand(at(name))));
      return found === null ? null : found.Body!.transformToString();
    },
    async open(name, range) {
      const part = range && { Range: `bytes=${range.first}-${range.last}` };
      const found = await unlessMissing(client.send(new GetObjectCommand({ ...at(name), ...part })));
      return found === null ? null : (found.Body!.transformToWebStream() as ReadableStream<Uint8Array>);
    },
    addressOf: (name, { fileName, mediaType, isZipped }) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          ...at(name),
          ResponseContentType: mediaType,
          ResponseContentDisposition: `inline; filename="${fileName}"`,
          ...(isZipped && { ResponseContentEncoding: "gzip" }),
        }),
        { expiresIn: addressSeconds },
      ),
    async list(prefix) {
      const found: StoredFile[] = [];
      let next: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: next }),
        );
        for (const { Key, LastModified } of page.Contents ?? [])
          found.push({ name: Key!, storedAt: LastModified!.getTime() });
        next = page.NextContinuationToken;
      } while (next !== undefined);
      return found;
    },
    async remove(names) {
      for (let from = 0; from < names.length; from += mostRemoved) {
        const Objects = names.slice(from, from + mostRemoved).map((Key) => ({ Key }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
        );
        if (Errors[0]) throw new Error(`${Errors[0].Key} was not removed: ${Errors[0].Message}`);
      }
    },
  };
}

async function unlessMissing<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
    throw error;
  }
}
