import type { Key } from "../engine/key";
import type { Table } from "../engine/table";
import { keys } from "../records/keys";

/** State of the data as a whole: any change of the data changes it. */
export interface DataVersion {
  /** Counts the writes with a change; 0 for an empty hub. */
  readonly version: number;
  /** Instant of the last change, ISO 8601 UTC; `null` for an empty hub. */
  readonly updatedAt: string | null;
}

export function hubRepository(table: Table) {
  return {
    async dataVersion(): Promise<DataVersion> {
      const item = await table.get(keys.dataVersion());
      return {
        version: Number(item?.version ?? 0),
        updatedAt: (item?.updatedAt as string | undefined) ?? null,
      };
    },

    /** Whether a run has begun to write and has not published: it is running, or was interrupted. */
    async isUnfinished(): Promise<boolean> {
      return (await table.get(keys.dataVersion(), true))?.unfinished === true;
    },

    /**
     * To be called before the first write of a large run: if it ends before its publication, the next process knows
     * that the documents are outdated.
     */
    async markUnfinished(): Promise<void> {
      await table.update(keys.dataVersion(), { set: { unfinished: true } });
    },

    /** To be called after everything was published, the writes of an interrupted run included. */
    async markFinished(): Promise<void> {
      await table.update(keys.dataVersion(), { remove: ["unfinished"] });
    },

    /** Hash of the starter data that was loaded last and as a whole; `null` if none was. */
    async starterHash(): Promise<string | null> {
      const item = await table.get(keys.dataVersion(), true);
      return (item?.starterHash as string | undefined) ?? null;
    },

    /** To be called after starter data was loaded and published as a whole. */
    async markStarter(hash: string): Promise<void> {
      await table.update(keys.dataVersion(), { set: { starterHash: hash } });
    },

    /**
     * To be called once after a run with changes.
     * @param written the items of an edit: whoever publishes the version knows by them that it has everything.
     */
    async bumpDataVersion(now: string, written: readonly Key[] = []): Promise<DataVersion> {
      const item = await table.update(keys.dataVersion(), { add: { version: 1 }, set: { updatedAt: now } });
      const version = Number(item.version);
      table.unpublished.addDataVersion(version);
      if (written.length > 0)
        await table.put({ ...keys.dataWrites(version), written: written.map(({ pk, sk }) => ({ pk, sk })) });
      return { version, updatedAt: String(item.updatedAt) };
    },
  };
}
