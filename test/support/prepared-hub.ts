import type { IngestReport } from "../../src/ingest/report/report";
import { runIngest } from "../../src/ingest/run/run";
import { loadStarter } from "../../src/ingest/starter/load-starter";
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
const starterAndFiles = prepared({
  name: "starter and published files",
  from: [starterFolder, folder],
  fill: async (table) => {
    await loadStarter(table, starterFolder, preparedAt);
    return runIngest({ table, folder, now: preparedAt });
  },
});

/**
 * A hub with the starter data and all published files, which a suite may change: it works on a copy
 * of its own. The first suite after a change of the code waits for the import, half a minute; for the others it takes a second.
 * Only where `sharedData(".")` is there.
 */
export async function startPreparedHub({
  clock = () => preparedAt,
  ...options
}: Omit<TestHubOptions, "starter"> = {}): Promise<PreparedHub> {
  const { entries, result } = await starterAndFiles();
  return { ...hubOver(await tableOf(entries, clock), options), report: result };
}
