import type { Table } from "../engine/table";
import { keys } from "../records/keys";

/** State of the data as a whole: any change of the data changes it. */
export interface DataVersion {
  /** Counts the writes with a change; 0 for an empty hub. */
  readonly version: number;
  /** Instant of the last change, ISO 8601 UTC; `null` for an empty hub. */
  readonly updatedAt: string | null;
}

export interface Publication {
  /** Of the data. */
  readonly version: number;
  /** The version that is published as a whole; `null` if there is none yet. */
  readonly published: number | null;
  /** Whether a run has begun to write and has not published: it is running, or was interrupted. */
  readonly unfinished: boolean;
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

    /** How far the publication is behind the records, in the form of this release. */
    async publication(form: string): Promise<Publication> {
      const item = await table.get(keys.dataVersion(), true);
      const published = item?.publishedForm === form ? Number(item.published) : null;
      return { version: Number(item?.version ?? 0), published, unfinished: item?.unfinished === true };
    },

    /**
     * To be called before the first write of a large run: if it ends before its publication, the next process knows
     * that the documents are outdated.
     */
    async markUnfinished(): Promise<void> {
      await table.update(keys.dataVersion(), { set: { unfinished: true } });
    },

    /**
     * To be called after everything was published as of a version, or of a later one.
     * @param fromRecords whether all of it was computed from the records, so that it includes any unfinished run.
     */
    async markPublished(version: number, form: string, fromRecords: boolean): Promise<void> {
      await table.update(keys.dataVersion(), {
        set: { published: version, publishedForm: form },
        remove: fromRecords ? ["unfinished"] : [],
      });
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

    /** To be called once after a run with changes. */
    async bumpDataVersion(now: string): Promise<DataVersion> {
      const item = await table.update(keys.dataVersion(), { add: { version: 1 }, set: { updatedAt: now } });
      return { version: Number(item.version), updatedAt: String(item.updatedAt) };
    },
  };
}
