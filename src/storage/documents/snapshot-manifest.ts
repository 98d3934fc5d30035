import type { Item } from "../engine/key";
import type { Update } from "../engine/write-input";

/** To be raised if the layout of any document changes: documents of another release are not read. */
export const snapshotForm = 3;

/** Distinguishes the documents of the current version from all others. */
export interface SnapshotManifest {
  /** Number of the current publication. */
  readonly version: number;
  /** Of all documents: equal hashes mean no change. */
  readonly contentHash: string;
  /** Numbers up to it whose writers did not finish: their items are ignored. */
  readonly lost: readonly number[];
  /** The number since which every document was written again; older ones are ignored. */
  readonly floor: number;
  /** Number of parts of the catalogue; 0 if it fits into its item. */
  readonly catalogueParts: number;
  /** The publication before, whose catalogue still exists; `null` for the first. */
  readonly previous: { readonly version: number; readonly catalogueParts: number } | null;
  /** Instant of the publication, ISO 8601 UTC. */
  readonly publishedAt: string;
  /** Instant of its commit, by the clock of the writer. */
  readonly committedAt: string;
  /** The layout of documents: those of another release are not read. */
  readonly form: number;
  /** Token of the lease of the publication; 0 for publications without a lease. */
  readonly fence: number;
}

/** `null` if a writer took a number but nothing was published yet. */
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

/** After this many lost writers everything is written again, so that a manifest stays small. */
const maxLost = 50;

/**
 * The manifest of the next publication.
 * @param number of the publication; a writer with a number between the last and this one has lost.
 */
export function nextManifest(
  old: SnapshotManifest | null,
  next: Pick<
    SnapshotManifest,
    "catalogueParts" | "committedAt" | "contentHash" | "fence" | "form" | "publishedAt"
  > & {
    readonly number: number;
    /** Whether every document was written, changed or not. */
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

/** Numbers that writers took after the last publication, without a publication of their own. */
export function lostSince(old: SnapshotManifest | null, number: number): number[] {
  const since = old?.version ?? 0;
  return Array.from({ length: number - since - 1 }, (_, i) => since + 1 + i);
}

/** Whether every document must be written, changed or not. */
export const isWrittenWhole = (old: SnapshotManifest | null, form: number): boolean =>
  old === null || old.form !== form || old.lost.length >= maxLost;

/** Sets the manifest, if that of the version before is still current. */
export const commitOf = (old: SnapshotManifest | null, manifest: SnapshotManifest): Update => ({
  set: { ...manifest },
  when: { version: old?.version },
});

/** Takes the next number: no two writers ever get the same. */
export const reservation: Update = { add: { reserved: 1 } };
