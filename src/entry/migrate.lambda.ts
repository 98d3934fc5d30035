import { readEnv } from "../app/env";
import { Instance } from "../app/observe/instance";
import { openTable } from "../app/open-table";
import { releaseHandler } from "../app/release-handler";

/** Created once for each instance of the function. */
const env = readEnv(process.env);
const instance = new Instance({ env, variables: process.env });
const { log, onCall } = instance;
const made = openTable(env, { share: false, patient: true, onCall }).then(({ table }) => {
  instance.reads(table);
  return releaseHandler({ table, log });
});

/**
 * What the end of a deployment calls.
 * @throws what kept it from its end: the call is repeated, and rings its alarm.
 */
export const handler = instance.working(async () => (await made)());
