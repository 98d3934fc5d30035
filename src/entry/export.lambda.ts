import { readEnv } from "../app/env";
import { exporter } from "../app/exports/exporter";
import { Instance } from "../app/observe/instance";
import { openFiles } from "../app/open-files";
import { openTable } from "../app/open-table";

/** Created once for each instance of the function. */
const env = readEnv(process.env);
const instance = new Instance({ env, variables: process.env });
const { log, onCall } = instance;
const made = openTable(env, { share: false, patient: true, onCall }).then(({ table }) => {
  instance.reads(table);
  return exporter({ table, files: openFiles(env), log });
});

/**
 * What the schedule calls: makes the exports when there is a newer version, and it is time.
 * @throws what kept it from that: the function fails, and rings its alarm.
 */
export const handler = instance.working(async (): Promise<void> => (await made).refresh());
