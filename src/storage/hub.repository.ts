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
