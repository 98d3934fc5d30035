import { readEnv } from "../app/env";
import { Instance } from "../app/observe/instance";
import { openTable } from "../app/open-table";
import { deliverer } from "../app/webhooks/deliver";
import { sender } from "../app/webhooks/send";

/** Created once for each instance of the function. */
const env = readEnv(process.env);
const instance = new Instance({ env, variables: process.env });
const { log, onCall } = instance;
const made = openTable(env, { share: false, patient: true, onCall }).then(({ table }) => {
  instance.reads(table);
  return deliverer({ table, log, send: sender({ toLoopback: false }) });
});

/**
 * What the schedule and each publication call: makes the attempts that are due.
 * @throws if the progress of a webhook could not be noted: the function fails, and rings its alarm. A receiver that fails rings none: its
 * organisation sees it in `webhooks`.
 */
export const handler = instance.working(async (): Promise<void> => {
  const { failed } = await (await made)();
  if (failed > 0) throw new Error(`${failed} webhooks could not be served.`);
});
