import { readEnv } from "../app/env";
import { exporter } from "../app/exports/exporter";
import { jsonLog } from "../app/log";
import { openFiles } from "../app/open-files";
import { openTable } from "../app/open-table";

const log = jsonLog(console.log, () => new Date());

/** Created once for each instance of the function. */
const env = readEnv(process.env);
const made = openTable(env, { share: false, patient: true }).then(({ table }) =>
  exporter({ table, files: openFiles(env), log }),
);

/**
 * What the schedule calls: makes the exports when there is a newer version, and it is time.
 * @throws what kept it from that: the function fails, and rings its alarm.
 */
export const handler = async (): Promise<void> => (await made).refresh();
