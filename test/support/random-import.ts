import { rm } from "node:fs/promises";
import { HubError } from "../../src/domain/kit/errors";
import { runIngest } from "../../src/ingest/run/run";
import { Table } from "../../src/storage/engine/table";
import { keys } from "../../src/storage/records/keys";
import { drillFiles, drillService, drillSources } from "./drill-files";
import { killAfter } from "./kill-after";
import { folderWith } from "./synthetic-city";

const ids = Array.from({ length: 12 }, (_, i) => i + 1);

/** Codes that an imported service can have. */
export const importedServices = ids.map(drillService);

interface RandomImport {
  readonly random: () => number;
  readonly areaCodes: readonly string[];
  /** After so many writes its process dies; `null` for an import that ends. */
  readonly killAt: number | null;
}

/**
 * Changed files, imported by a process with its own memory over the engine of a table. A process that dies gives its lease back:
 * nobody waits for a minute.
 * @returns BEATEN if other publishers were faster again and again: the next import completes this one too.
 */
export async function randomImport(
  { name, client }: Table,
  { random, areaCodes, killAt }: RandomImport,
): Promise<"ENDED" | "KILLED" | "BEATEN"> {
  const below = (n: number): number => Math.floor(random() * n);
  const files = drillFiles({
    services: ids
      .filter(() => random() < 0.9)
      .map((id) => ({ id, name: `Importato ${below(3)}`, area: areaCodes[below(areaCodes.length)]! })),
    people: new Map(areaCodes.map((code) => [code, 1_000 + below(3)])),
  });
  const folder = await folderWith(files);
  // Of its own: the client of the others lives on.
  const table = new Table(name, Object.create(client) as typeof client, async () => undefined);
  if (killAt !== null) killAfter(table, killAt);
  const request = { only: [...drillSources], allowDeletes: 1, seeds: null };
  try {
    await runIngest({ table, folder, now: table.clock(), ...request });
    return "ENDED";
  } catch (error) {
    if (error instanceof HubError && error.code === "SERVICE_UNAVAILABLE") return "BEATEN";
    if (killAt === null || !(error instanceof Error) || error.message !== "killed") throw error;
    const free = { expiresAt: "2026-01-01T00:00:00.000Z" };
    await new Table(name, client).update(keys.importLease(), { set: free });
    return "KILLED";
  } finally {
    await rm(folder, { recursive: true });
  }
}
