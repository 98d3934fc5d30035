import type { IngestReport } from "../../src/ingest/report/report";
import { runIngest } from "../../src/ingest/run/run";
import { loadStarter } from "../../src/ingest/starter/load-starter";
import type { Table } from "../../src/storage/engine/table";
import { hubOver, type TestHub, type TestHubOptions } from "./hub";
import { prepared, preparedAt } from "./prepared-table";
import { sharedData } from "./shared-data";
import { starterFolder } from "./starter-table";
import { tableOf } from "./table-copies";

export interface PreparedHub extends TestHub {
  /** What the import of the published files reported. */
  readonly report: IngestReport;
}

const folder = sharedData(".") ?? "";
const importAll = (table: Table): Promise<IngestReport> => runIngest({ table, folder, now: preparedAt });

const files = prepared({ name: "published files", from: [folder], fill: importAll });
const starterAndFiles = prepared({
  name: "starter and published files",
  from: [starterFolder, folder],
  fill: async (table) => {
    await loadStarter(table, starterFolder, preparedAt);
    return importAll(table);
  },
});

/**
 * A hub with all published files (and the starter data unless `starter` is false), which a suite may change: it works on a copy
 * of its own. The first suite after a change of the code waits for the import, half a minute; for the others it takes a second.
 * Only where `sharedData(".")` is there.
 */
export async function startPreparedHub({
  starter = true,
  clock = () => preparedAt,
  ...options
}: Omit<TestHubOptions, "starter"> & { readonly starter?: boolean } = {}): Promise<PreparedHub> {
  const { entries, result } = await (starter ? starterAndFiles : files)();
  return { ...hubOver(await tableOf(entries, clock), options), report: result };
}
