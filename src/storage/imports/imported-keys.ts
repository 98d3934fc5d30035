import { limits } from "../../domain/kit/limits";
import type { Draft } from "../documents/document-items";
import { draftOf } from "../documents/document-items";
import { documentStore } from "../documents/document-store";
import { publishDocuments } from "../documents/publish-documents";
import { hashOf, zipped } from "../engine/compressed";
import type { Table } from "../engine/table";
import type { HubRecordType } from "../records/hub-record";
import type { RecordPlace } from "../records/retire";
import { idOf } from "../records/stored-item";

/** The keys in a complete file, in parts that are named by their hash: the same file gives the same parts. */
interface KeyList {
  readonly hashes: readonly string[];
  readonly runCode: string;
}

interface Lists {
  readonly current: KeyList;
  /** The list before, for reverting the run. */
  readonly previous: KeyList | null;
}

const listsId = "lists";
const scopeOf = (sourceCode: string): string => `imported-keys/${sourceCode}`;

const keysInPart = 2_000;

export interface ImportedKeys {
  /** The keys of the source's last complete import; none without one. */
  before(): Promise<RecordPlace[]>;
  /** Of those, the keys that are missing in this run. */
  missing(before: readonly RecordPlace[]): RecordPlace[];
  /** Whether all keys are in the list: with a partial list the others would seem to be missing. */
  isWhole(): boolean;
  /** Adds the keys of a batch; full parts are written at once. */
  add(places: readonly RecordPlace[]): Promise<void>;
  /** Replaces the list before by that of this run, and removes parts that no list needs. */
  commit(): Promise<void>;
}

/** The list of a run that imports a complete source. */
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
  const store = documentStore(table, true);
  const old = await listsIn(store, sourceCode);
  const kept = new Set(hashesOf(old));
  const written = new Map<string, Uint8Array>();
  const hashes: string[] = [];
  const seen = new Set<string>();
  let open: RecordPlace[] = [];
  let isWhole = true;
  const writePart = async (): Promise<void> => {
    if (open.length === 0) return;
    const text = JSON.stringify(open.map(({ type, key, code }): Line => [type, key.pk, key.sk, code]));
    const hash = hashOf(text);
    hashes.push(hash);
    open = [];
    if (!kept.has(hash) && !dryRun) written.set(hash, await zipped(text));
  };
  return {
    before: () => placesIn(store, sourceCode, old?.current.hashes ?? []),
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
      const isSame = old !== null && old.current.hashes.join() === hashes.join();
      if (isSame || dryRun) return;
      const lists: Lists = { current: { hashes, runCode }, previous: old?.current ?? null };
      await publishLists(table, sourceCode, lists, { now: table.clock(), fence }, written);
    },
  };
}

/** Restores the list before a run, if that run is the last one. */
export async function restoreImportedKeys(
  table: Table,
  sourceCode: string,
  runCode: string,
  fence: number,
): Promise<void> {
  const old = await listsIn(documentStore(table, true), sourceCode);
  if (old?.current.runCode !== runCode) return;
  const current = old.previous ?? { hashes: [], runCode };
  await publishLists(
    table,
    sourceCode,
    { current, previous: null },
    { now: table.clock(), fence },
    new Map(),
  );
}

type Line = [HubRecordType, string, string, string];
type Store = ReturnType<typeof documentStore>;

const hashesOf = (lists: Lists | null): string[] => [
  ...(lists?.current.hashes ?? []),
  ...(lists?.previous?.hashes ?? []),
];

const listsIn = async (store: Store, sourceCode: string): Promise<Lists | null> =>
  (await store.document<Lists>(scopeOf(sourceCode), listsId))?.document ?? null;

/** Keys in parts that cannot be read are not known to be missing, so that nothing is deleted for them. */
async function placesIn(store: Store, sourceCode: string, hashes: readonly string[]): Promise<RecordPlace[]> {
  const parts = (await store.documents(scopeOf(sourceCode), hashes))?.documents ?? [];
  return (parts as readonly (Line[] | null)[]).flatMap((lines) =>
    (lines ?? []).map(([type, pk, sk, code]) => ({ type, key: { pk, sk }, code })),
  );
}

/** @param written the bytes of new parts. */
async function publishLists(
  table: Table,
  sourceCode: string,
  lists: Lists,
  options: { readonly now: string; readonly fence: number },
  written: ReadonlyMap<string, Uint8Array>,
): Promise<void> {
  const scope = scopeOf(sourceCode);
  const store = documentStore(table, true);
  const partOf = (hash: string): Draft => ({
    hash,
    bytes: async () =>
      written.get(hash) ?? zipped(JSON.stringify((await store.document(scope, hash))?.document ?? [])),
  });
  const parts = hashesOf(lists).map((hash) => [hash, partOf(hash)] as const);
  await publishDocuments(table, scope, async () => new Map([[listsId, draftOf(lists)], ...parts]), options);
}
