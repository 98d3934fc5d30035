import type { Table } from "../../src/storage/engine/table";
import { settlingMs } from "../../src/storage/records/feed";
import type { StoredItem } from "../../src/storage/records/stored-item";
import type { RunningHub } from "../support/running-hub";
import { everyItem } from "../support/table-state";

interface Change {
  readonly type: string;
  readonly code: string;
  readonly version: number;
  readonly action: string;
}

/** `SOURCE_REF` in the API is `SourceRef` in the store. */
const keyOf = ({ type, code }: Pick<Change, "code" | "type">): string =>
  `${type.replaceAll("_", "").toLowerCase()} ${code}`;

interface ChangesPage {
  readonly changes: {
    readonly edges: readonly { readonly node: Change }[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}

const question = (after: string): string =>
  `{ changes(first: 100${after}) { edges { node { type code version action } } pageInfo { endCursor hasNextPage } } }`;

/** A partner that follows the changes of a hub through its API from the beginning, and keeps the last version of each record. */
export function feedFollower(hub: RunningHub) {
  const versions = new Map<string, number>();
  const backwards: string[] = [];
  let cursor: string | null = null;

  async function follow(): Promise<void> {
    for (;;) {
      const after: string = cursor === null ? "" : `, after: ${JSON.stringify(cursor)}`;
      const { changes }: ChangesPage = await hub.ask<ChangesPage>(question(after));
      for (const { node } of changes.edges) {
        const key = keyOf(node);
        if (node.version < (versions.get(key) ?? 0)) backwards.push(`${key} went back to ${node.version}`);
        versions.set(key, node.version);
      }
      cursor = changes.pageInfo.endCursor ?? cursor;
      if (!changes.pageInfo.hasNextPage) return;
    }
  }

  /** Records that stand in the feed more than once: all of it, read from its beginning. */
  async function twice(): Promise<string[]> {
    const found = new Map<string, number>();
    for (let after = ""; ; ) {
      const { changes }: ChangesPage = await hub.ask<ChangesPage>(question(after));
      for (const { node } of changes.edges) found.set(keyOf(node), (found.get(keyOf(node)) ?? 0) + 1);
      if (!changes.pageInfo.hasNextPage) break;
      after = `, after: ${JSON.stringify(changes.pageInfo.endCursor)}`;
    }
    return [...found].flatMap(([key, times]) => (times > 1 ? `${key} stands there ${times} times` : []));
  }

  return {
    followWithoutPause() {
      let isRunning = true;
      const following = (async () => {
        while (isRunning) {
          await follow();
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      })();
      return {
        async stop() {
          isRunning = false;
          await following;
        },
      };
    },

    /** What the follower knows otherwise than the hub, after the last changes have settled. */
    async ghosts(table: Table): Promise<string[]> {
      await new Promise((resolve) => setTimeout(resolve, settlingMs + 100));
      await follow();
      const items = (await everyItem(table, "changeSk")) as StoredItem[];
      const stored = new Map(items.map((item) => [keyOf(item), item.version]));
      const wrong = [...new Set([...versions.keys(), ...stored.keys()])].filter(
        (key) => versions.get(key) !== stored.get(key),
      );
      const changed = wrong.map((key) => `${key}: ${versions.get(key)}, stored ${stored.get(key)}`);
      return [...backwards, ...changed, ...(await twice())];
    },
  };
}
