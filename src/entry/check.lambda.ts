import { checkHandler } from "../app/check-handler";
import { readEnv } from "../app/env";
import { Instance } from "../app/observe/instance";
import { openTable } from "../app/open-table";

/** Created once for each instance of the function. */
const env = readEnv(process.env);
const instance = new Instance({ env, variables: process.env });
const { log, onCall } = instance;
const made = openTable(env, { share: false, patient: true, onCall }).then(({ table }) => {
  instance.reads(table);
  return checkHandler({ table, log });
});

/**
 * What the schedule calls.
 * @throws what kept it from the check: the function fails, and rings its alarm.
 */
export const handler = instance.working(async () => (await made)());
