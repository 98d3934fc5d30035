import type { Item } from "../engine/key";

/** To be raised when the layout of any document changes: what another release published is not read. */
export const snapshotForm = 3;

/** What a reader must know to tell the documents of the version in force from all others. */
export interface SnapshotManifest {
  /** Number of the publication in force. */
  readonly version: number;
  /** Of all documents: equal hashes mean that nothing changed. */
  readonly contentHash: string;
  /** Numbers up to it under which writers began and did not end: what they left behind counts for nothing. */
  readonly lost: readonly number[];
  /** The first number since which every document was written anew; older ones count for nothing. */
  readonly floor: number;
  /** In how many parts the catalogue is kept; 0 where it fits into its item. */
  readonly catalogueParts: number;
  /** The publication before, whose catalogue is still kept; `null` for the first. */
  readonly previous: { readonly version: number; readonly catalogueParts: number } | null;
  /** Instant of the publication, ISO 8601 UTC. */
  readonly publishedAt: string;
  /** Instant at which it came into force, by the clock of the writer. */
  readonly committedAt: string;
  /** How documents are laid out: what another release wrote is not read. */
  readonly form: number;
  /** Token of the lease under which it was published; 0 for what anybody may publish. */
  readonly fence: number;
}

/** `null` where a writer took a number but nothing was published yet. */
export function manifestOf(item: Item | null): SnapshotManifest | null {
  if (item === null || item.version === undefined) return null;
  return {
    version: Number(item.version),
    contentHash: String(item.contentHash),
    lost: item.lost as number[],
    floor: Number(item.floor),
    catalogueParts: Number(item.catalogueParts),
    previous: item.previous as SnapshotManifest["previous"],
    publishedAt: String(item.publishedAt),
    committedAt: String(item.committedAt),
    form: Number(item.form),
    fence: Number(item.fence ?? 0),
  };
}

/** After this many writers that were lost everything is written again, so that a manifest stays small. */
const mostLost = 50;

/**
 * The manifest of the next publication.
 * @param number of the publication; whoever has one between the last and this one has lost.
 */
export function nextManifest(
  old: SnapshotManifest | null,
  next: Pick<
    SnapshotManifest,
    "catalogueParts" | "committedAt" | "contentHash" | "fence" | "form" | "publishedAt"
  > & {
    readonly number: number;
    /** Whether every document was written, whatever it was before. */
    readonly whole: boolean;
  },
): SnapshotManifest {
  const { number, whole, ...rest } = next;
  return {
    ...rest,
    version: number,
    lost: whole ? [] : [...old!.lost, ...lostSince(old, number)],
    floor: whole ? number : old!.floor,
    previous: old && { version: old.version, catalogueParts: old.catalogueParts },
  };
}

/** Numbers that writers took after the last publication, and under which nothing was published. */
export function lostSince(old: SnapshotManifest | null, number: number): number[] {
  const since = old?.version ?? 0;
  return Array.from({ length: number - since - 1 }, (_, i) => since + 1 + i);
}

/** Whether every document has to be written, whatever it was before. */
export const isWrittenWhole = (old: SnapshotManifest | null, form: number): boolean =>
  old === null || old.form !== form || old.lost.length >= mostLost;

/** Sets the manifest, if that of the version before is still in force. */
export function commitOf(old: SnapshotManifest | null, manifest: SnapshotManifest) {
  const fields = Object.entries(manifest);
  const names = fields.map(([field]) => [`#${field}`, field] as const);
  return {
    UpdateExpression: `SET ${names.map(([name, field]) => `${name} = :${field}`).join(", ")}`,
    ConditionExpression: old === null ? "attribute_not_exists(#version)" : "#version = :old",
    ExpressionAttributeNames: Object.fromEntries(names),
    ExpressionAttributeValues: {
      ...Object.fromEntries(fields.map(([field, value]) => [`:${field}`, value])),
      ...(old !== null && { ":old": old.version }),
    },
  };
}

/** Takes the next number: no two writers ever have the same. */
export const reservation = {
  UpdateExpression: "ADD #reserved :one",
  ExpressionAttributeNames: { "#reserved": "reserved" },
  ExpressionAttributeValues: { ":one": 1 },
} as const;
