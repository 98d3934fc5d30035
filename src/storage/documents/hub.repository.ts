import type { Table } from "../engine/table";
import { keys } from "../records/keys";

/** State of the data as a whole: it changes whenever anything in it does. */
export interface DataVersion {
  /** Counts the writes that changed something; 0 for an empty hub. */
  readonly version: number;
  /** Instant of the last change, ISO 8601 UTC; `null` for an empty hub. */
  readonly updatedAt: string | null;
}

export interface Publication {
  /** Of the data. */
  readonly version: number;
  /** The version of which everything is published; `null` where it never was so. */
  readonly published: number | null;
  /** Whether a run has begun to write and has not published: it is at work, or it was cut off. */
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

    /** How far the publication is behind the records, in the form that this release reads. */
    async publication(form: string): Promise<Publication> {
      const item = await table.get(keys.dataVersion(), true);
      const published = item?.publishedForm === form ? Number(item.published) : null;
      return { version: Number(item?.version ?? 0), published, unfinished: item?.unfinished === true };
    },

    /**
     * To be called before the first write of a run that writes much: should it end before it has published, whoever comes next
     * knows that the documents are behind.
     */
    async markUnfinished(): Promise<void> {
      await table.update(keys.dataVersion(), {
        UpdateExpression: "SET #unfinished = :true",
        ExpressionAttributeNames: { "#unfinished": "unfinished" },
        ExpressionAttributeValues: { ":true": true },
      });
    },

    /**
     * To be called after everything was published as it is in a version, or in one that came after it.
     * @param fromRecords whether all of it was made from the records, so that nothing of an unfinished run is left out.
     */
    async markPublished(version: number, form: string, fromRecords: boolean): Promise<void> {
      await table.update(keys.dataVersion(), {
        UpdateExpression: `SET #published = :version, #form = :form${fromRecords ? " REMOVE #unfinished" : ""}`,
        ExpressionAttributeNames: {
          "#published": "published",
          "#form": "publishedForm",
          ...(fromRecords && { "#unfinished": "unfinished" }),
        },
        ExpressionAttributeValues: { ":version": version, ":form": form },
      });
    },

    /** To be called once after a run that wrote something. */
    async bumpDataVersion(now: string): Promise<DataVersion> {
      const item = await table.update(keys.dataVersion(), {
        UpdateExpression: "ADD #version :one SET #updatedAt = :now",
        ExpressionAttributeNames: { "#version": "version", "#updatedAt": "updatedAt" },
        ExpressionAttributeValues: { ":one": 1, ":now": now },
      });
      return { version: Number(item.version), updatedAt: String(item.updatedAt) };
    },
  };
}
