import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { HubError } from "../../domain/kit/errors";
import { backOff, pause, type Wait } from "./back-off";
import { chunks, inGroups } from "./chunks";
import { canExist, type Item, type Key } from "./key";
import { type Meter, meter, unitsOf } from "./meter";
import { type ListParams, type QueryParams, queryInput } from "./query-input";
import type { QueryResult } from "./reader";
import { currentWork } from "./request-work";
import { type Batch, outcomeOf, type Transaction, transactAttempts, transactionInput } from "./transaction";
import { Unpublished } from "./unpublished";
import { type PutCondition, type Update, unlessDone, writeInput } from "./write-input";

/** Returns the present instant: ISO 8601 UTC with milliseconds, so that instants sort as texts. */
export type Clock = () => string;

/** The limit of every engine and of AWS for one call. */
const batchGetSize = 100;
const batchWriteSize = 25;
const concurrentBatches = 4;
/** Pages of 1 MB before a read fails: no unbounded work, no silent cut. Only projections ask for more than 50,000 items. */
const pagesFor = (limit: number): number => Math.max(50, Math.ceil(limit / 1_000));

/** The table: a few verbs over the document client that page, chunk and retry, so that callers need not. */
export class Table {
  /** Calls and consumed capacity since this object was created. */
  readonly meter: Meter = meter();
  /** What was written through this object and is not published yet. */
  readonly unpublished = new Unpublished();

  constructor(
    readonly name: string,
    readonly client: DynamoDBDocumentClient,
    private readonly wait?: Wait,
    readonly clock: Clock = () => new Date().toISOString(),
  ) {}

  /** Waits before a retry after another writer was faster. @param attempt 1 for the second time. */
  pause(attempt: number): Promise<void> {
    return pause(this.wait, attempt);
  }

  async get({ pk, sk }: Key, consistent = false): Promise<Item | null> {
    const command = new GetCommand({
      TableName: this.name,
      Key: { pk, sk },
      ConsistentRead: consistent,
      ReturnConsumedCapacity: "TOTAL",
    });
    const answer = await inTime((options) => this.client.send(command, options));
    this.counted("Get", answer.ConsumedCapacity, answer.Item ? 1 : 0);
    return (answer.Item as Item | undefined) ?? null;
  }

  /**
   * Items of the keys, in any order, without those that do not or cannot exist. Repeated keys are read once.
   * @param attributes names to return; all if absent.
   * @param consistent whether to see every acknowledged write, as a writer must.
   */
  async batchGet(keys: readonly Key[], attributes?: readonly string[], consistent = false): Promise<Item[]> {
    const possible = keys.filter(canExist);
    const distinct = [...new Map(possible.map(({ pk, sk }) => [`${pk}\n${sk}`, { pk, sk }])).values()];
    const results = await inGroups(chunks(distinct, batchGetSize), concurrentBatches, (batch) =>
      this.batchGetAll(batch, attributes, consistent),
    );
    return results.flat();
  }

  private async batchGetAll(
    keys: readonly Key[],
    attributes: readonly string[] | undefined,
    consistent: boolean,
  ): Promise<Item[]> {
    const names = attributes?.map((attribute, i) => [`#a${i}`, attribute] as const);
    const projection = names && {
      ProjectionExpression: names.map(([placeholder]) => placeholder).join(", "),
      ExpressionAttributeNames: Object.fromEntries(names),
    };
    const items: Item[] = [];
    await backOff(keys, this.wait, async (pending) => {
      const command = new BatchGetCommand({
        RequestItems: { [this.name]: { Keys: [...pending], ...projection, ConsistentRead: consistent } },
        ReturnConsumedCapacity: "TOTAL",
      });
      const answer = await inTime((options) => this.client.send(command, options));
      const found = (answer.Responses?.[this.name] ?? []) as Item[];
      this.counted("BatchGet", answer.ConsumedCapacity, found.length);
      items.push(...found);
      return (answer.UnprocessedKeys?.[this.name]?.Keys ?? []) as Key[];
    });
    return items;
  }

  /** @throws ConditionalCheckFailedException if the condition fails. */
  async put(item: Item, condition?: PutCondition): Promise<void> {
    const command = { TableName: this.name, Item: item, ...condition } as const;
    const answer = await this.client
      .send(new PutCommand({ ...command, ReturnConsumedCapacity: "TOTAL" }))
      .catch((error: unknown) => unlessDone(error, item, () => this.get(item, true)));
    this.meter.wrote("Put", answer?.ConsumedCapacity);
    this.unpublished.add(item);
  }

  /** @throws ConditionalCheckFailedException if the condition fails. */
  async delete({ pk, sk }: Key, condition: PutCondition): Promise<void> {
    const command = { TableName: this.name, Key: { pk, sk }, ...condition } as const;
    const answer = await this.client
      .send(new DeleteCommand({ ...command, ReturnConsumedCapacity: "TOTAL" }))
      .catch((error: unknown) => unlessDone(error, null, () => this.get({ pk, sk }, true)));
    this.meter.wrote("Delete", answer?.ConsumedCapacity);
    this.unpublished.add({ pk, sk });
  }

  /**
   * Writes all or nothing: at most `transactionSize` items with different keys, checked ones included.
   * @throws ConditionalCheckFailedException if the condition on the item fails, or that on a checked one.
   */
  async transact(transaction: Transaction): Promise<void> {
    await this.unpublished.after(this.transacted(transaction), transaction);
  }

  private async transacted(transaction: Transaction): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        const input = transactionInput(this.name, transaction);
        const answer = await this.client.send(new TransactWriteCommand(input));
        return this.meter.wrote("TransactWrite", answer.ConsumedCapacity);
      } catch (error) {
        const outcome = outcomeOf(error);
        if (outcome !== "AGAIN")
          return unlessDone(outcome, transaction.item, () => this.get(transaction.item, true));
        if (attempt === transactAttempts) throw error;
        await this.pause(attempt);
      }
    }
  }

  /** Unconditional writes of any number of items; keys must be unique. */
  async batchWrite(writes: Batch): Promise<void> {
    const requests = [
      ...(writes.puts ?? []).map((Item) => ({ PutRequest: { Item } })),
      ...(writes.deletes ?? []).map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
    ];
    const written = inGroups(chunks(requests, batchWriteSize), concurrentBatches, (batch) =>
      backOff(batch, this.wait, async (pending) => {
        const answer = await this.client.send(
          new BatchWriteCommand({
            RequestItems: { [this.name]: [...pending] },
            ReturnConsumedCapacity: "TOTAL",
          }),
        );
        this.meter.wrote("BatchWrite", answer.ConsumedCapacity);
        return (answer.UnprocessedItems?.[this.name] ?? []) as typeof requests;
      }),
    );
    await this.unpublished.after(written, writes);
  }

  /** The attributes of the item after the update. */
  async update({ pk, sk }: Key, update: Update): Promise<Item> {
    const answer = await this.client.send(
      new UpdateCommand({
        ...writeInput(update),
        TableName: this.name,
        Key: { pk, sk },
        ReturnValues: "ALL_NEW",
        ReturnConsumedCapacity: "TOTAL",
      }),
    );
    this.meter.wrote("Update", answer.ConsumedCapacity);
    this.unpublished.add({ pk, sk });
    return answer.Attributes as Item;
  }

  /**
   * The next items of one partition in the order of its sort key. Reads on until there are `limit` of them or the data
   * ends, however many a filter leaves out.
   */
  async query(params: QueryParams, limit: number): Promise<QueryResult> {
    const items: Item[] = [];
    const where = params.where ?? [];
    // A filter that only excludes usually leaves out little: twice a page is enough for it at first.
    let isFew = where.length > 0 && where.every(({ test }) => test === "noneOf");
    const left = () => {
      if (where.length === 0) return { Limit: limit + 1 - items.length };
      const most = isFew ? { Limit: 2 * (limit + 10) } : {};
      isFew = false;
      return most;
    };
    for await (const answer of this.answers(params, left, pagesFor(limit))) {
      items.push(...((answer.Items ?? []) as Item[]));
      if (items.length > limit) break;
    }
    return { items: items.slice(0, limit), more: items.length > limit };
  }

  /** The next item of one partition: reads no other. */
  async first(params: QueryParams): Promise<Item | null> {
    for await (const { Items } of this.answers(params, () => ({ Limit: 1 })))
      return (Items?.[0] as Item | undefined) ?? null;
    return null;
  }

  /** The number of matching items of the partition: exact, for any size. */
  async count(params: ListParams): Promise<number> {
    let total = 0;
    for await (const { Count = 0 } of this.answers(params, () => ({ Select: "COUNT" }))) total += Count;
    return total;
  }

  /** The answers to a query, one for each MB, until the data ends. */
  private async *answers(params: QueryParams, more: () => Partial<QueryCommandInput>, pages = pagesFor(0)) {
    let from = params.after;
    for (let page = 0; page < pages; page++) {
      const command = new QueryCommand({ ...queryInput(this.name, { ...params, after: from }), ...more() });
      const answer = await inTime((options) => this.client.send(command, options));
      this.counted("Query", answer.ConsumedCapacity, answer.Items?.length ?? 0);
      yield answer;
      from = answer.LastEvaluatedKey;
      if (from === undefined) return;
    }
    throw new HubError("LIMIT_EXCEEDED", "storePages", { pages });
  }

  /** Counts a read for the table and for the request that caused it. */
  private counted(verb: string, consumed: Parameters<typeof unitsOf>[0], items: number): void {
    this.meter.read(verb, consumed);
    currentWork()?.read(items, unitsOf(consumed));
  }
}

/** A read: until the request that needs it ends. */
const inTime = <T>(call: (options?: HttpHandlerOptions) => Promise<T>): Promise<T> =>
  currentWork()?.during(call) ?? call();

type HttpHandlerOptions = { readonly abortSignal: AbortSignal };
