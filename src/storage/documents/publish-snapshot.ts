import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { canonicalText } from "../../domain/kit/canonical-text";
import { chunks } from "../engine/chunks";
import { hashOf, zipped } from "../engine/compressed";
import type { Item, Key } from "../engine/key";
import type { Table } from "../engine/table";
import { keys } from "../records/keys";
import { documentText, snapshotForm } from "./snapshot.repository";
import {
  commitOf,
  isWrittenAnew,
  manifestOf,
  nextManifest,
  reservation,
  type SnapshotManifest,
} from "./snapshot-manifest";

/** Bytes that stay in one item: it may have 400 KB. */
const partBytes = 300_000;
const attempts = 3;
/** So many documents are compressed and written at once. */
const atOnce = 100;
/** The document that tells a writer what the others are. */
const catalogueId = "catalogue";

/** Where a document is kept: the number of the publication that wrote it, and in how many parts. */
interface Place {
  readonly number: number;
  readonly parts: number;
}

interface Entry extends Place {
  /** `null` where the document was removed. */
  readonly hash: string | null;
  /** Where the one that it took the place of is kept, for readers of the version before. */
  readonly before: Place | null;
}
type Catalogue = ReadonlyMap<string, Entry>;

/**
 * Publishes documents of a scope as one version. Only those are written that differ; the manifest comes last, on
 * condition that the version it follows is still in force. Who loses begins anew with what is there then.
 * @param make makes all documents of the scope, by their names, from records that it reads when it is called:
 * after the version that it is told of came into force (0 before the first).
 * @returns how many documents were written; 0 where nothing differs and nothing was published.
 */
export async function publishSnapshot(
  table: Table,
  scope: string,
  make: (version: number) => Promise<ReadonlyMap<string, unknown>>,
  now: string,
): Promise<number> {
  const manifestKey = keys.snapshotManifest(scope);
  for (let attempt = 1; ; attempt++) {
    const old = manifestOf(await table.get(manifestKey, true));
    const anew = isWrittenAnew(old, snapshotForm);
    const made = await make(old?.version ?? 0);
    const catalogue: Catalogue = old === null ? new Map() : await catalogueOf(table, scope, old);
    const changed = changesOf(made, catalogue, anew);
    if (changed.size === 0 && old !== null && !anew) return 0;
    const number = Number((await table.update(manifestKey, reservation)).reserved);
    const next = new Map<string, Entry>(anew ? [] : catalogue);
    for (const group of chunks([...changed], atOnce)) {
      const packed = await Promise.all(
        group.map(([id, change]) => pack(scope, id, number, change && canonicalText(change.document))),
      );
      for (const [i, [id, change]] of group.entries()) {
        const was = catalogue.get(id);
        next.set(id, {
          number,
          parts: packed[i]!.parts,
          hash: change?.hash ?? null,
          before: was ? { number: was.number, parts: was.parts } : null,
        });
      }
      await table.batchWrite({ puts: packed.flatMap(({ items }) => items) });
    }
    const ofCatalogue = await pack(scope, catalogueId, number, JSON.stringify([...next]));
    await table.batchWrite({ puts: ofCatalogue.items });
    // Before the manifest: then at most two of each document are ever there, and a reader that comes late finds the
    // right one or none.
    await table.batchWrite({ deletes: outdated(scope, [...changed.keys()], catalogue, old) });
    const catalogueParts = ofCatalogue.parts;
    const facts = {
      number,
      catalogueParts,
      publishedAt: now,
      committedAt: table.clock(),
      form: snapshotForm,
    };
    const manifest = nextManifest(old, facts);
    try {
      await table.update(manifestKey, commitOf(old, manifest));
      return changed.size;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // No other writer has this number: the answer was lost, and the repetition failed on what it had done.
      if (manifestOf(await table.get(manifestKey, true))?.version === number) return changed.size;
      if (attempt === attempts) throw error;
    }
  }
}

/** Names of the documents of the version in force. */
export async function documentIds(
  table: Table,
  scope: string,
  manifest: SnapshotManifest,
): Promise<string[]> {
  const entries = [...(await catalogueOf(table, scope, manifest))];
  return entries.filter(([, { hash }]) => hash !== null).map(([id]) => id);
}

async function catalogueOf(table: Table, scope: string, manifest: SnapshotManifest): Promise<Catalogue> {
  const text = await documentText(table, scope, catalogueId, manifest, true);
  if (text === null) throw new Error(`${scope} has no catalogue of version ${manifest.version}.`);
  return new Map(JSON.parse(text) as [string, Entry][]);
}

/** A document that is to be written; `null` where one is to be removed. */
type Change = { readonly hash: string; readonly document: unknown } | null;

/** Texts are made twice rather than kept: together they are much larger than the documents, which share their areas. */
function changesOf(
  documents: ReadonlyMap<string, unknown>,
  catalogue: Catalogue,
  anew: boolean,
): Map<string, Change> {
  const changes = new Map<string, Change>();
  for (const [id, document] of documents) {
    const hash = hashOf(canonicalText(document));
    if (anew || hash !== catalogue.get(id)?.hash) changes.set(id, { hash, document });
  }
  for (const [id, { hash }] of catalogue) if (hash !== null && !documents.has(id)) changes.set(id, null);
  return changes;
}

interface Packed {
  readonly parts: number;
  readonly items: readonly Item[];
}

async function pack(scope: string, id: string, number: number, text: string | null): Promise<Packed> {
  const key = keys.snapshotDocument(scope, id, number);
  if (text === null) return { parts: 0, items: [{ ...key, number, removed: true }] };
  const bytes = await zipped(text);
  if (bytes.length <= partBytes) return { parts: 0, items: [{ ...key, number, parts: 0, bytes }] };
  const parts = Math.ceil(bytes.length / partBytes);
  const ofParts = Array.from({ length: parts }, (_, i) => ({
    ...keys.snapshotPart(scope, id, number, i),
    bytes: bytes.subarray(i * partBytes, (i + 1) * partBytes),
  }));
  return { parts, items: [...ofParts, { ...key, number, parts }] };
}

/** What no reader of the version in force needs any more. */
function outdated(
  scope: string,
  ids: readonly string[],
  catalogue: Catalogue,
  old: SnapshotManifest | null,
): Key[] {
  const keysOf = (id: string, { number, parts }: Place): Key[] => [
    keys.snapshotDocument(scope, id, number),
    ...Array.from({ length: parts }, (_, i) => keys.snapshotPart(scope, id, number, i)),
  ];
  const previous = old?.previous ?? null;
  return [
    ...ids.flatMap((id) => {
      const before = catalogue.get(id)?.before ?? null;
      return before === null ? [] : keysOf(id, before);
    }),
    ...(previous === null
      ? []
      : keysOf(catalogueId, { number: previous.version, parts: previous.catalogueParts })),
  ];
}
