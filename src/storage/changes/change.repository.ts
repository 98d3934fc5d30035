import { publicAuthor } from "../../domain/identity/author";
import { HubError } from "../../domain/kit/errors";
import { workUnits } from "../../domain/kit/limits";
import { unzipped } from "../engine/compressed";
import { checkPageSize, type Page, type PageRequest } from "../engine/page";
import { currentWork } from "../engine/request-work";
import type { Table } from "../engine/table";
import type { RecordType } from "../records/hub-record";
import { keys } from "../records/keys";
import { type LoggedBlob, type LoggedPublication, loggedFrom } from "../snapshots/change-log";
import type { RecordChange } from "../snapshots/record-change";
import type { ChangeLog, Root } from "../snapshots/root";
import { blobKeys, partsById, snapshotsOf } from "../snapshots/snapshot-store";
import { type ChangePosition, cursorAt, decodePosition, encodePosition } from "./change-cursor";

/** All conditions must hold; absent ones exclude nothing. */
export interface ChangeCriteria {
  readonly types?: readonly RecordType[];
  /** Code of an area of the record, before or after the change. */
  readonly areaCode?: string;
}

/** The change of a record from one published version to a later one. */
export interface Change extends RecordChange {
  /** Number of the first version with it. */
  readonly publishedVersion: number;
}

/** Blobs that are read for one page, of at most 500 changes each. With a filter most of them may be left out. */
const mostBlobs = 20;

/** @param rootOfRequest the version whose changes are given: none is later than the records that a request reads. */
export function changeRepository(table: Table, rootOfRequest: () => Promise<Root> | Root) {
  return {
    /**
     * Changes in the order of their publications: of each one a record at most once, with its last state and all that differs.
     * With a filter a page may have few changes or none and still go on. Nothing is read at the end of the log.
     * @throws HubError INVALID_CURSOR also if it is older than the log, or from before a restore.
     */
    async page(criteria: ChangeCriteria, { first, after }: PageRequest): Promise<Page<Change>> {
      checkPageSize(first);
      const root = await rootOfRequest();
      const { log } = root;
      const end = cursorAt(root);
      const totalCount = () => (log === null ? 0 : countOf(table, log, criteria));
      const start = after == null ? null : decodePosition(after);
      if (start !== null && after !== end) await checkKnown(table, root, start, after!);
      // Another instance may know a later version: for this request there is nothing new.
      if (log === null || after === end || (start !== null && start.number > log.last))
        return { edges: [], endCursor: after ?? end, hasNextPage: false, totalCount };

      const wanted = isFiltered(criteria) ? Number.POSITIVE_INFINITY : first;
      const { pieces, more } = await piecesFrom(table, log, start, wanted);
      const found = (await changesIn(table, pieces)).filter(({ node }) => meets(criteria, node));
      const edges = found.slice(0, first).map(({ at, node }) => ({ cursor: encodePosition(at), node }));
      const hasMore = found.length > first;
      return {
        edges,
        endCursor: hasMore ? edges.at(-1)!.cursor : more ? encodePosition(endOf(pieces.at(-1)!)) : end,
        hasNextPage: hasMore || more,
        totalCount,
      };
    },
  };
}

export type ChangeRepository = ReturnType<typeof changeRepository>;

const isFiltered = ({ types = [], areaCode }: ChangeCriteria): boolean =>
  types.length > 0 || areaCode !== undefined;

/** @throws HubError INVALID_CURSOR if the log does not have this place. */
async function checkKnown(table: Table, root: Root, { number, id, passed }: ChangePosition, cursor: string) {
  const { log } = number > (root.log?.last ?? 0) ? await snapshotsOf(table).look() : root;
  const isIn = log !== null && log.from <= number && number <= log.last;
  const logged = isIn ? ((await table.get(keys.changeLog(number), true)) as LoggedPublication | null) : null;
  if (logged?.id !== id || passed > logged.entries) throw expired(cursor);
}

const expired = (cursor: string): Error =>
  new HubError("INVALID_CURSOR", "expired", { cursor }, { where: "after" });

const meets = ({ types = [], areaCode }: ChangeCriteria, { type, areaCodes }: Change): boolean =>
  (types.length === 0 || types.includes(type)) && (areaCode === undefined || areaCodes.includes(areaCode));

/** The changes of a blob from a place on. */
interface Piece {
  readonly of: LoggedPublication;
  readonly blob: LoggedBlob;
  /** Changes of the publication before the blob, and those in it that were given. */
  readonly before: number;
  readonly skipped: number;
}

const endOf = ({ of: { number, id }, before, blob }: Piece): ChangePosition => ({
  ...{ number, id },
  passed: before + blob.entries,
});

async function* allPieces(table: Table, log: ChangeLog, start: ChangePosition | null): AsyncGenerator<Piece> {
  const missing = () => expired(encodePosition(start ?? { number: log.from, id: "", passed: 0 }));
  for await (const of of loggedFrom(table, start?.number ?? log.from, log, missing)) {
    const passed = of.number === start?.number ? start.passed : 0;
    let before = 0;
    for (const blob of of.blobs) {
      const skipped = Math.max(0, passed - before);
      if (skipped < blob.entries) yield { of, blob, before, skipped };
      before += blob.entries;
    }
  }
}

/** The next pieces with more changes than wanted, or as many as one page reads. @returns `more` if the log goes on. */
async function piecesFrom(table: Table, log: ChangeLog, start: ChangePosition | null, wanted: number) {
  const pieces: Piece[] = [];
  let entries = 0;
  for await (const piece of allPieces(table, log, start)) {
    if (pieces.length === mostBlobs || entries > wanted) return { pieces, more: true };
    pieces.push(piece);
    entries += piece.blob.entries - piece.skipped;
  }
  return { pieces, more: false };
}

async function changesIn(table: Table, pieces: readonly Piece[]) {
  const refs = pieces.map(({ blob }) => blob);
  const parts = partsById(refs, await table.batchGet(refs.flatMap(blobKeys), undefined, true));
  currentWork()?.computes(workUnits.change * refs.reduce((sum, { entries }) => sum + entries, 0));
  const found: { readonly at: ChangePosition; readonly node: Change }[] = [];
  for (const { of, blob, before, skipped } of pieces) {
    const bytes = parts.get(blob.id);
    // Removed at this moment.
    if (bytes === undefined) throw new HubError("SERVICE_UNAVAILABLE", "publishing");
    const changes = JSON.parse(await unzipped(Buffer.concat(bytes))) as readonly RecordChange[];
    for (const [i, change] of changes.entries())
      if (i >= skipped)
        found.push({
          at: { number: of.number, id: of.id, passed: before + i + 1 },
          // Earlier releases logged the key too.
          node: { ...change, changedBy: publicAuthor(change.changedBy), publishedVersion: of.number },
        });
  }
  return found;
}

/** The number of changes in the log that meet the criteria. With a filter all of them are read. */
async function countOf(table: Table, log: ChangeLog, criteria: ChangeCriteria): Promise<number> {
  const isEach = !isFiltered(criteria);
  let count = 0;
  let pieces: Piece[] = [];
  const countPieces = async (): Promise<void> => {
    count += (await changesIn(table, pieces)).filter(({ node }) => meets(criteria, node)).length;
    pieces = [];
  };
  for await (const piece of allPieces(table, log, null)) {
    if (isEach) count += piece.blob.entries;
    else if (pieces.push(piece) === mostBlobs) await countPieces();
  }
  if (pieces.length > 0) await countPieces();
  return count;
}
