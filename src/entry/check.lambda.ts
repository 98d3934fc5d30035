import { checkHandler } from "../app/check-handler";
import { readEnv } from "../app/env";
import { jsonLog } from "../app/log";
import { openTable } from "../app/open-table";

const log = jsonLog(console.log, () => new Date());

/** Created once for each instance of the function. */
const made = openTable(readEnv(process.env), { share: false, patient: true }).then(({ table }) =>
  checkHandler({ table, log }),
);

/**
 * What the schedule calls.
 * @throws what kept it from the check: the function fails, and rings its alarm.
 */
export const handler = async () => (await made)();
