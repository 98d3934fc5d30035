import { keys } from "./keys";
import type { Table } from "./table";

/** State of the data as a whole: it changes whenever anything in it does. */
export interface DataVersion {
  /** Counts the writes that changed something; 0 for an empty hub. */
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

    /**
     * The version of the data, and that of which everything is published.
     * @param form in which it must be published; `null` where it never was so.
     */
    async publication(
      form: string,
    ): Promise<{ readonly version: number; readonly published: number | null }> {
      const item = await table.get(keys.dataVersion());
      const published = item?.publishedForm === form ? Number(item.published) : null;
      return { version: Number(item?.version ?? 0), published };
    },

    /** To be called after everything was published as it is in a version, or in one that came after it. */
    async markPublished(version: number, form: string): Promise<void> {
      await table.update(keys.dataVersion(), {
        UpdateExpression: "SET #published = :version, #form = :form",
        ExpressionAttributeNames: { "#published": "published", "#form": "publishedForm" },
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
