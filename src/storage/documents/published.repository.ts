import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { HubError } from "../../domain/kit/errors";
import { hashOf, unzipped, zipped } from "../engine/compressed";
import type { Item } from "../engine/key";
import type { PutCondition, Table } from "../engine/table";
import { keys } from "../records/keys";

/** Bytes of one chunk: an item may have 400 KB. */
const chunkBytes = 300_000;
/** What one BatchGet may bring is 16 MB. */
const mostChunks = 50;
const attempts = 3;

/** What a reader needs to find the chunks of the version in force. */
export interface Manifest {
  /** Counts the publications, from 1. */
  readonly version: number;
  /** Of the content: equal hashes mean that nothing changed. */
  readonly contentHash: string;
  readonly chunkHashes: readonly string[];
  /** Instant of the publication, ISO 8601 UTC. */
  readonly publishedAt: string;
}

/**
 * Documents made for reading, kept as compressed chunks that never change, and one manifest item that names those of the
 * version in force (decision 8). The manifest is written last and only over the version that was read before, so that
 * a reader never sees half of a publication and of two writers one begins anew.
 */
export function publishedRepository(table: Table, scope: string) {
  const manifestKey = keys.publishedManifest(scope);

  async function manifest(): Promise<Manifest | null> {
    const item = await table.get(manifestKey);
    return item && manifestOf(item);
  }

  return {
    manifest,

    /** The content of a version; `null` when it is not there any more, because a newer one took its place. */
    async content({ version, chunkHashes }: Manifest): Promise<string | null> {
      const wanted = chunkHashes.map((hash, i) => keys.publishedChunk(scope, version, i, hash));
      const items = await table.batchGet(wanted);
      const found = new Map(items.map((item) => [item.sk, item.bytes as Uint8Array]));
      if (found.size < wanted.length) return null;
      return unzipped(Buffer.concat(wanted.map(({ sk }) => found.get(sk)!)));
    },

    /**
     * Publishes what `make` gives, unless it is what is published already. `make` is called again when another writer
     * was faster, because what it read is old then.
     * @returns whether anything was written.
     */
    async publish(make: () => Promise<string>, now: string): Promise<boolean> {
      for (let attempt = 1; ; attempt++) {
        const old = await manifest();
        const content = await make();
        const contentHash = hashOf(content);
        if (old?.contentHash === contentHash) return false;
        const version = (old?.version ?? 0) + 1;
        const chunks = chunksOf(await zipped(content), scope, version);
        await table.batchWrite({ puts: chunks.map(({ item }) => item) });
        const chunkHashes = chunks.map(({ hash }) => hash);
        const next: Manifest = { version, contentHash, chunkHashes, publishedAt: now };
        try {
          await table.put({ ...manifestKey, ...next }, stillAt(old));
        } catch (error) {
          if (!(error instanceof ConditionalCheckFailedException) || attempt === attempts) throw error;
          continue;
        }
        await sweep(next);
        return true;
      }
    },
  };

  /** Removes chunks of older versions, and those of writers that lost or were killed before they wrote a manifest. */
  async function sweep({ version, chunkHashes }: Manifest): Promise<void> {
    const inForce = new Set(chunkHashes.map((hash, i) => keys.publishedChunk(scope, version, i, hash).sk));
    const { items } = await table.query({ partition: manifestKey.pk, prefix: "CHUNK#" }, 1000);
    const old = items.filter((item) => Number(item.version) <= version && !inForce.has(item.sk));
    await table.batchWrite({ deletes: old });
  }
}

/** The version stands in the key too: who removes an old version can never hit a newer one with the same content. */
function chunksOf(bytes: Buffer, scope: string, version: number): { hash: string; item: Item }[] {
  const count = Math.ceil(bytes.length / chunkBytes);
  if (count > mostChunks) throw tooLarge(scope, bytes.length);
  return Array.from({ length: count }, (_, i) => {
    const part = bytes.subarray(i * chunkBytes, (i + 1) * chunkBytes);
    const hash = hashOf(part);
    return { hash, item: { ...keys.publishedChunk(scope, version, i, hash), version, bytes: part } };
  });
}

const manifestOf = (item: Item): Manifest => ({
  version: Number(item.version),
  contentHash: String(item.contentHash),
  chunkHashes: item.chunkHashes as string[],
  publishedAt: String(item.publishedAt),
});

const stillAt = (old: Manifest | null): PutCondition =>
  old === null
    ? { ConditionExpression: "attribute_not_exists(#pk)", ExpressionAttributeNames: { "#pk": "pk" } }
    : {
        ConditionExpression: "#version = :version",
        ExpressionAttributeNames: { "#version": "version" },
        ExpressionAttributeValues: { ":version": old.version },
      };

const tooLarge = (scope: string, bytes: number): HubError =>
  new HubError("LIMIT_EXCEEDED", {
    message: `${scope} has ${bytes} bytes; at most ${mostChunks * chunkBytes} can be published.`,
    messageIt: `${scope} ha ${bytes} byte; se ne possono pubblicare al massimo ${mostChunks * chunkBytes}.`,
    hint: "Nothing was published; what was published before stays.",
  });
