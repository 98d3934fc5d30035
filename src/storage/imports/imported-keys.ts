import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { limits } from "../../domain/kit/limits";
import { hashOf, unzipped, zipped } from "../engine/compressed";
import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import type { HubRecordType } from "../records/hub-record";
import { keys } from "../records/keys";
import type { RecordPlace } from "../records/retire";
import { idOf } from "../records/stored-item";

/** What a complete file gave, in parts that are called by their hash: the same file makes the same parts. */
interface KeyList {
  readonly hashes: readonly string[];
  readonly count: number;
  readonly runCode: string;
}

interface Manifest extends KeyList {
  readonly fence: number;
  /** The list before, for who takes the run back. */
  readonly previous: KeyList | null;
}

const keysInPart = 2_000;

export interface ImportedKeys {
  /** What the source gave when it was last imported whole; nothing where it never was. */
  before(): Promise<RecordPlace[]>;
  /** Of those, the ones that this run has not given. */
  missing(before: readonly RecordPlace[]): RecordPlace[];
  /** Whether all that was given is remembered: a list of a part would make the rest seem to be missing. */
  isWhole(): boolean;
  /** Adds what a batch gave; full parts are written at once. */
  add(places: readonly RecordPlace[]): Promise<void>;
  /** Puts the list of this run in the place of the one before, and removes parts that no list needs. */
  commit(): Promise<void>;
}

/** The list of a run that imports a source whole. */
export async function openImportedKeys(
  table: Table,
  sourceCode: string,
  {
    code: runCode,
    fence,
    dryRun,
    most = limits.importDeletes.records,
  }: { readonly code: string; readonly fence: number; readonly dryRun: boolean; readonly most?: number },
): Promise<ImportedKeys> {
  const old = manifestOf(await table.get(keys.importedKeysManifest(sourceCode), true));
  const kept = new Set([...(old?.hashes ?? []), ...(old?.previous?.hashes ?? [])]);
  const hashes: string[] = [];
  const seen = new Set<string>();
  let open: RecordPlace[] = [];
  let count = 0;
  let isWhole = true;
  const writePart = async (): Promise<void> => {
    if (open.length === 0) return;
    const text = open.map(({ type, key, code }) => JSON.stringify([type, key.pk, key.sk, code])).join("\n");
    const hash = hashOf(text);
    hashes.push(hash);
    count += open.length;
    open = [];
    if (kept.has(hash) || dryRun) return;
    await table.put({ ...keys.importedKeys(sourceCode, hash), lines: await zipped(text) });
  };
  return {
    before: () => readParts(table, sourceCode, old?.hashes ?? []),
    isWhole: () => isWhole,
    missing: (before) => before.filter(({ key }) => !seen.has(idOf(key))),
    async add(places) {
      for (const place of places) {
        if (seen.has(idOf(place.key))) continue;
        isWhole &&= seen.size < most;
        if (!isWhole) return;
        seen.add(idOf(place.key));
        open.push(place);
        if (open.length === keysInPart) await writePart();
      }
    },
    async commit() {
      await writePart();
      const isSame = old !== null && old.hashes.join() === hashes.join();
      if (isSame || dryRun) return;
      const previous = old && { hashes: old.hashes, count: old.count, runCode: old.runCode };
      await putManifest(table, sourceCode, { hashes, count, runCode, fence, previous });
      await removeUnused(table, sourceCode, new Set([...hashes, ...(previous?.hashes ?? [])]));
    },
  };
}

/** Takes back the list of a run, where it is the last one. */
export async function restoreImportedKeys(
  table: Table,
  sourceCode: string,
  runCode: string,
  fence: number,
): Promise<void> {
  const current = manifestOf(await table.get(keys.importedKeysManifest(sourceCode), true));
  if (current?.runCode !== runCode) return;
  const { hashes, count, runCode: before } = current.previous ?? { hashes: [], count: 0, runCode };
  await putManifest(table, sourceCode, { hashes, count, runCode: before, fence, previous: null });
}

const manifestOf = (item: Item | null): Manifest | null => item as (Item & Manifest) | null;

async function putManifest(table: Table, sourceCode: string, manifest: Manifest): Promise<void> {
  const condition = {
    ConditionExpression: "attribute_not_exists(#fence) OR #fence <= :fence",
    ExpressionAttributeNames: { "#fence": "fence" },
    ExpressionAttributeValues: { ":fence": manifest.fence },
  };
  await table.put({ ...keys.importedKeysManifest(sourceCode), ...manifest }, condition).catch((error) => {
    // A later run has made its own.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  });
}

async function readParts(
  table: Table,
  sourceCode: string,
  hashes: readonly string[],
): Promise<RecordPlace[]> {
  const items = await table.batchGet(
    hashes.map((hash) => keys.importedKeys(sourceCode, hash)),
    undefined,
    true,
  );
  const texts = await Promise.all(items.map(({ lines }) => unzipped(lines as Uint8Array)));
  return texts
    .flatMap((text) => text.split("\n"))
    .map((line) => {
      const [type, pk, sk, code] = JSON.parse(line) as [HubRecordType, string, string, string];
      return { type, key: { pk, sk }, code };
    });
}

const mostParts = 10_000;

/** Also those of runs that were killed. */
async function removeUnused(table: Table, sourceCode: string, used: ReadonlySet<string>): Promise<void> {
  const { pk } = keys.importedKeysManifest(sourceCode);
  const { items } = await table.query(
    { partition: pk, prefix: keys.importedKeys(sourceCode, "").sk },
    mostParts,
  );
  const unused = items.filter(({ sk }) => !used.has(sk.slice(sk.indexOf("#") + 1)));
  await table.batchWrite({ deletes: unused });
}
