import { canonicalText } from "../../domain/kit/canonical-text";
import { findChanges } from "../../queries/changes/find-changes";
import { changedRows } from "../../queries/exports/changed-rows";
import type { QueryContext } from "../../queries/kit/query-context";
import { whenLoaded } from "../../queries/kit/when-loaded";

/** Changes in one file: about a megabyte. */
const mostChanges = 1_000;
/** Of long records fewer changes fit into an answer; the others come after the cursor. */
const mostBytes = 3_000_000;
const pageSize = 100;

export interface ChangesFile {
  /** A change on each line, with the present rows of its record. */
  readonly text: string;
  /** After the last change; `null` if nothing was ever published. */
  readonly cursor: string | null;
  /** Whether there are more after it. */
  readonly hasMore: boolean;
}

/**
 * The changes after a cursor, of one published version. A copy of the sets that replaces the rows of each changed record is a copy of this
 * version when no more changes follow.
 * @throws HubError INVALID_CURSOR for a cursor that is older than the log: begin again from the whole sets.
 */
export async function changesFile(after: string | null, context: QueryContext): Promise<ChangesFile> {
  const lines: string[] = [];
  let cursor = after;
  let hasMore = true;
  let bytes = 0;
  while (hasMore && lines.length < mostChanges) {
    const page = await findChanges(null, { first: pageSize, after: cursor }, context);
    const found = await whenLoaded(() =>
      page.edges.map(({ cursor: at, node }) => ({ ...node, cursor: at, rows: changedRows(node, context) })),
    );
    for (const change of found) {
      const line = `${canonicalText(change)}\n`;
      bytes += Buffer.byteLength(line);
      if (bytes > mostBytes && lines.length > 0) return { text: lines.join(""), cursor, hasMore: true };
      lines.push(line);
      cursor = change.cursor;
    }
    cursor = page.pageInfo.endCursor ?? cursor;
    hasMore = page.pageInfo.hasNextPage;
  }
  return { text: lines.join(""), cursor, hasMore };
}
