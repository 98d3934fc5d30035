import { copyFile, link, mkdir, readdir, rm } from "node:fs/promises";
import path from "node:path";
import type { IngestReport } from "../../src/ingest/report";
import { hubOver, type TestHub, type TestHubOptions } from "./hub";
import { ownFolder } from "./own-folder";
import { cacheFolder, preparedAt, preparedData } from "./prepared-data";
import { openTableIn } from "./test-table";

export { preparedAt };

export interface PreparedHub extends TestHub {
  /** What the import of the published files reported. */
  readonly report: IngestReport;
}

const copies = path.join(cacheFolder, "copies");
const opened: (() => Promise<void>)[] = [];

// Whoever imports this file is a suite: its hubs end with it.
afterAll(async () => {
  for (const close of opened.splice(0)) await close();
});

/**
 * A hub with all published files (and the starter data unless `starter` is false), which a suite may change: it works on a copy
 * of its own. The first suite after a change of the code waits for the import (half a minute, so give `beforeAll` 300 s); for
 * the others it takes a second. Only where `sharedData(".")` is there.
 */
export async function startPreparedHub({
  starter = true,
  clock = () => preparedAt,
  ...options
}: TestHubOptions = {}): Promise<PreparedHub> {
  const { dataDir, report } = await preparedData({ starter });
  const copy = await copyOf(dataDir);
  const { table, close } = await openTableIn(copy, clock);
  opened.push(async () => {
    await close();
    await rm(copy, { recursive: true });
  });
  return { ...hubOver(table, options), report };
}

/** The files of a LevelDB that hold its data are never written again, so that links to them are a copy. */
async function copyOf(dataDir: string): Promise<string> {
  const copy = await ownFolder(copies);
  const [from, to] = [path.join(dataDir, "dynamodb"), path.join(copy, "dynamodb")];
  await mkdir(to);
  const names = (await readdir(from)).filter((name) => name !== "LOCK" && !name.startsWith("LOG"));
  await Promise.all(
    names.map(async (name) => {
      const pair = [path.join(from, name), path.join(to, name)] as const;
      if (!name.endsWith(".ldb")) return copyFile(...pair);
      // Not every file system knows links.
      return link(...pair).catch(() => copyFile(...pair));
    }),
  );
  return copy;
}
