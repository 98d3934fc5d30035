import { readEnv } from "../app/env";
import { jsonLog } from "../app/log";
import { openTable } from "../app/open-table";
import { deliverer } from "../app/webhooks/deliver";
import { sender } from "../app/webhooks/send";

const log = jsonLog(console.log, () => new Date());

/** Created once for each instance of the function. */
const made = openTable(readEnv(process.env), { share: false, patient: true }).then(({ table }) =>
  deliverer({ table, log, send: sender({ toLoopback: false }) }),
);

/**
 * What the schedule and each publication call: makes the attempts that are due.
 * @throws if the progress of a webhook could not be noted: the function fails, and rings its alarm. A receiver that fails rings none: its
 * organisation sees it in `webhooks`.
 */
export const handler = async (): Promise<void> => {
  const { failed } = await (await made)();
  if (failed > 0) throw new Error(`${failed} webhooks could not be served.`);
};
