import type { Table } from "../../src/storage/engine/table";
import { isFollowed } from "../../src/storage/records/hub-record";
import { keys } from "../../src/storage/records/keys";
import { isTombstone, type StoredItem } from "../../src/storage/records/stored-item";
import { lookAfterMs } from "../../src/storage/snapshots/snapshot-store";
import type { RunningHub } from "../support/running-hub";
import { everyItem } from "../support/table-state";

interface Change {
  readonly type: string;
  readonly code: string;
  readonly version: number;
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

const question = (after: string | null): string =>
  `{ changes(first: 100, after: ${JSON.stringify(after)}) { edges { node { type code version } } pageInfo { endCursor hasNextPage } } }`;

/** A partner that follows the changes of a hub through its API from the beginning, and keeps the last version of each record. */
export function feedFollower(hub: RunningHub) {
  const versions = new Map<string, number>();
  const wrong: string[] = [];
  let cursor: string | null = null;

  /** Reads to the end of the changes. @returns the cursor there. */
  async function readOn(known: Map<string, number>, from: string | null): Promise<string | null> {
    for (let after = from; ; ) {
      const { changes }: ChangesPage = await hub.ask<ChangesPage>(question(after));
      for (const { node } of changes.edges) {
        const key = keyOf(node);
        if (node.version < (known.get(key) ?? 0)) wrong.push(`${key} went back to ${node.version}`);
        known.set(key, node.version);
      }
      after = changes.pageInfo.endCursor;
      if (!changes.pageInfo.hasNextPage) return after;
    }
  }

  const follow = async (): Promise<void> => {
    cursor = await readOn(versions, cursor);
  };

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

    /**
     * What the follower knows otherwise than the hub, when it has followed to the end. A record may have later versions than it
     * was given, but none with another content.
     */
    async ghosts(table: Table): Promise<string[]> {
      await new Promise((resolve) => setTimeout(resolve, lookAfterMs + 100));
      await follow();
      const all = (await everyItem(table, "contentHash")) as StoredItem[];
      const hashes = new Map(all.map((item) => [`${keyOf(item)} ${item.version}`, item.contentHash]));
      const stored = new Map(
        all
          .filter(({ pk, sk, type, code }) => isFollowed(type) && isAt({ pk, sk }, keys.record(type, code)))
          .map((item) => [keyOf(item), item]),
      );
      const given = [...new Set([...versions.keys(), ...stored.keys()])].filter((key) => {
        const item = stored.get(key);
        const version = versions.get(key);
        if (version === undefined) return !isTombstone(item!);
        return item === undefined || hashes.get(`${key} ${version}`) !== item.contentHash;
      });
      const anew = new Map<string, number>();
      await readOn(anew, null);
      const otherwise = [...versions].filter(([key, version]) => anew.get(key) !== version);
      return [
        ...wrong,
        ...given.map((key) => `${key}: ${versions.get(key)}, stored ${stored.get(key)?.version}`),
        ...otherwise.map(([key, version]) => `${key}: ${version}, from the beginning ${anew.get(key)}`),
      ];
    },
  };
}

const isAt = (a: { readonly pk: string; readonly sk: string }, b: typeof a): boolean =>
  a.pk === b.pk && a.sk === b.sk;
