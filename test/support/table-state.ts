import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Item } from "../../src/storage/engine/key";
import type { Table } from "../../src/storage/engine/table";

/** Every item of a table in memory, or only those that have an attribute. */
export async function everyItem(table: Table, attribute?: string): Promise<Item[]> {
  const filter = attribute !== undefined && {
    FilterExpression: "attribute_exists(#attribute)",
    ExpressionAttributeNames: { "#attribute": attribute },
  };
  const items: Item[] = [];
  for (let from: Record<string, unknown> | undefined; ; ) {
    const answer = await table.client.send(
      new ScanCommand({ TableName: table.name, ...filter, ...(from && { ExclusiveStartKey: from }) }),
    );
    items.push(...((answer.Items ?? []) as Item[]));
    from = answer.LastEvaluatedKey;
    if (from === undefined) return items;
  }
}

/** Number, instants and authors of writes, which may differ although the facts are the same. */
const ofWriting: ReadonlySet<string> = new Set([
  "action",
  "changedBy",
  "createdAt",
  "fence",
  "hash",
  "previousHash",
  "reason",
  "salt",
  "updatedAt",
  "version",
]);

/** Audit trails, the log of changes, runs, lease, history, what was suppressed, and published documents: the facts do not stand there. */
const besideFacts =
  /^(Audit|Changes|Hub|ImportRun|ImportJournal|ImportedKeys|History|Page|Published|Snapshot|SuppressedOfIndicator|DataQualityIssues#RESOLVED)/;

/**
 * The facts of a table by key: records, lists and what follows from them, without how they came there. Tombstones, issues that
 * are resolved and empty lists count as nothing.
 */
export async function stateOf(table: Table): Promise<Record<string, unknown>> {
  const facts = (await everyItem(table)).filter(
    ({ pk, sk, action, record }) =>
      !besideFacts.test(pk) && sk !== "LAST_RUNS" && action !== "RETIRE" && !saysNothing(record),
  );
  return Object.fromEntries(
    facts
      .map(({ pk, sk, ...rest }) => {
        // Several sources write the issues of one record: the last of them is not a fact.
        const isShared = rest.type === "RecordIssues";
        const kept = Object.entries(rest).filter(
          ([attribute]) => !ofWriting.has(attribute) && !(isShared && attribute === "origin"),
        );
        return [`${pk} ${sk}`, Object.fromEntries(kept)] as const;
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** An issue that is resolved, and a list of a record that is empty where there may be none. */
const saysNothing = (record: unknown): boolean => {
  const { resolvedAt, ...rest } = (record ?? {}) as { readonly resolvedAt?: string | null };
  const { issueCodes, locationCodes } = rest as Readonly<
    Record<"issueCodes" | "locationCodes", readonly string[] | undefined>
  >;
  return typeof resolvedAt === "string" || (issueCodes ?? locationCodes)?.length === 0;
};
