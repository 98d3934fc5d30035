import { DeleteObjectsCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

/** A file as browsers get it from the bucket. */
export interface SiteObject {
  readonly key: string;
  readonly content: Uint8Array;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** The bucket with the files that the edge sends without asking the hub. */
export interface SiteBucket {
  put(object: SiteObject): Promise<void>;
  /** Removes what was not put for some time, and is not among the keys. */
  removeOld(keys: readonly string[], beforeMs: number): Promise<void>;
}

/** @returns the bucket of that name at AWS, or where the environment says. */
export function siteBucket(bucket: string): SiteBucket {
  const client = new S3Client({ requestChecksumCalculation: "WHEN_REQUIRED" });
  return {
    async put({ key, content, contentType, cacheControl }) {
      const of = { ContentType: contentType, CacheControl: cacheControl };
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: content, ...of }));
    },
    async removeOld(keys, beforeMs) {
      // One page of a thousand at a deployment is enough: the next one removes the rest.
      const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
      const old = Contents.filter(
        ({ Key, LastModified }) => !keys.includes(Key!) && LastModified!.getTime() < beforeMs,
      );
      if (old.length === 0) return;
      const Objects = old.map(({ Key }) => ({ Key }));
      await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }));
    },
  };
}
