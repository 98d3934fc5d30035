import type { Item, Key } from "../engine/key";
import { publishedRoot } from "../engine/table-definition";
import type { Update } from "../engine/write-input";

/** To be raised if pages or documents change their form: those of another release are not read. */
export const snapshotForm = 3;

/** Where a blob is stored: the number of the publication that wrote it, its number in there, and its parts. */
export interface BlobRef {
  readonly id: string;
  readonly parts: number;
}

/** A part of the sorted order: everything from `first` on, up to the next one. */
export interface Ref extends BlobRef {
  readonly first: string;
  readonly entries: number;
}

/** The manifest of pages, in two levels: the root names branches, and each of these names pages. */
export interface Branch {
  readonly firsts: readonly string[];
  readonly refs: readonly Ref[];
}

export const branchOf = (refs: readonly Ref[]): Branch => ({ firsts: refs.map(({ first }) => first), refs });

/** The part of the log of changes that belongs to a version: every change up to it, from `from` on. */
export interface ChangeLog {
  /** Number of the first publication in it. */
  readonly from: number;
  /** Number, id and number of changes of the last publication in it. */
  readonly last: number;
  readonly id: string;
  readonly entries: number;
  /** When old publications were last removed from it, ISO 8601 UTC; empty before the first time. */
  readonly sweptAt: string;
}

/** One version of everything that is published. */
export interface Root {
  /** Number of the publication; 0 before the first. */
  readonly version: number;
  /** Every version of the data up to it is included. */
  readonly dataVersion: number;
  /** Later versions of the data that are included too, while an earlier one is not known to be. */
  readonly above: readonly number[];
  readonly form: number;
  /** Instant of the publication, ISO 8601 UTC. */
  readonly publishedAt: string;
  readonly branches: readonly Ref[];
  /** Blobs of earlier versions, with the instant at which they became obsolete: late readers may still need them. */
  readonly retired: readonly (BlobRef & { readonly at: number })[];
  /** `null` before the first publication, and in versions of a release without a log. */
  readonly log: ChangeLog | null;
}

export const emptyRoot: Root = {
  version: 0,
  dataVersion: 0,
  above: [],
  form: snapshotForm,
  publishedAt: "",
  branches: [],
  retired: [],
  log: null,
};

export const rootKey: Key = publishedRoot;

/** Takes the next number: no two publishers ever get the same, so no blob is ever replaced. */
export const reservation: Update = { add: { reserved: 1 } };

export function rootOf(item: Item | null): Root {
  if (item === null || item.version === undefined || item.form !== snapshotForm) return emptyRoot;
  const { version, dataVersion, publishedAt, lists } = item;
  return {
    log: null,
    ...(JSON.parse(String(lists)) as Pick<Root, "above" | "branches" | "retired"> & Partial<Root>),
    version: Number(version),
    dataVersion: Number(dataVersion),
    form: snapshotForm,
    publishedAt: String(publishedAt),
  };
}

/** Sets the root, if that of the version before is still current. */
export const commitOf = (
  before: number | undefined,
  { above, branches, retired, log, ...rest }: Root,
): Update => ({
  set: { ...rest, lists: JSON.stringify({ above, branches, retired, log }) },
  when: { version: before },
});

/** Whether a version includes one of the data. */
export const includes = ({ dataVersion, above }: Root, wanted: number): boolean =>
  wanted <= dataVersion || above.includes(wanted);

/** The versions of the data that are included after a publication of some more. */
export function including(
  { dataVersion, above }: Pick<Root, "above" | "dataVersion">,
  more: readonly number[],
): Pick<Root, "above" | "dataVersion"> {
  const waiting = new Set([...above, ...more].filter((version) => version > dataVersion));
  let upTo = dataVersion;
  while (waiting.delete(upTo + 1)) upTo += 1;
  return { dataVersion: upTo, above: [...waiting].sort((a, b) => a - b) };
}
