import { UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import type { StreamRecord } from "../../src/app/stream-handler";
import type { Key } from "../../src/storage/engine/key";
import type { Table } from "../../src/storage/engine/table";
import { followedWrites } from "../../src/storage/engine/table-definition";

/** The stream of a table on a real engine, as Lambda polls it. */
export interface TableStream {
  /** Everything that was written since the last call, in the order of each shard. */
  next(): Promise<StreamRecord[]>;
}

interface Shard {
  readonly ShardId: string;
}

/** Turns the stream on. The calls are made by hand: the SDK has another package for them, which nothing else needs. */
export async function openStream({ client, name }: Table): Promise<TableStream> {
  const endpoint = await client.config.endpoint!();
  const url = `${endpoint.protocol}//${endpoint.hostname}:${endpoint.port}/`;
  await client.send(
    new UpdateTableCommand({
      TableName: name,
      StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
    }),
  );
  const call = async <T>(operation: string, body: object): Promise<T> => {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-date": "20260101T000000Z",
        "x-amz-target": `DynamoDBStreams_20120810.${operation}`,
        authorization:
          "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${operation}: ${response.status} ${await response.text()}`);
    return response.json() as Promise<T>;
  };
  const { Streams } = await call<{ Streams: { StreamArn: string }[] }>("ListStreams", { TableName: name });
  const StreamArn = Streams[0]!.StreamArn;
  const iterators = new Map<string, string | undefined>();
  return {
    async next() {
      const { StreamDescription } = await call<{ StreamDescription: { Shards: Shard[] } }>("DescribeStream", {
        StreamArn,
      });
      const records: StreamRecord[] = [];
      for (const { ShardId } of StreamDescription.Shards) {
        if (!iterators.has(ShardId)) {
          const start = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
          const { ShardIterator } = await call<{ ShardIterator: string }>("GetShardIterator", start);
          iterators.set(ShardId, ShardIterator);
        }
        for (;;) {
          const iterator = iterators.get(ShardId);
          if (iterator === undefined) break;
          const got = await call<{ Records: StreamRecord[]; NextShardIterator?: string }>("GetRecords", {
            ShardIterator: iterator,
          });
          iterators.set(ShardId, got.NextShardIterator);
          records.push(...got.Records);
          if (got.Records.length === 0) break;
        }
      }
      return records;
    },
  };
}

/** Whether the event source of the stack lets a write through. */
export const isFollowedKey = ({ pk, sk }: Key): boolean =>
  (followedWrites.sortKeys as readonly string[]).includes(sk) ||
  sk.startsWith(followedWrites.sortKeyPrefix) ||
  pk.startsWith(followedWrites.partitionPrefix);
