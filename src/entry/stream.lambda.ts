import { readEnv } from "../app/env";
import { jsonLog } from "../app/log";
import { openTable } from "../app/open-table";
import { type StreamHandler, streamHandler } from "../app/stream-handler";
import { refresh } from "../projections/refresh";

const log = jsonLog(console.log, () => new Date());

/** Created once for each instance of the function. */
const made = openTable(readEnv(process.env), { share: false }).then(({ table }) =>
  streamHandler((changes) => refresh(table, changes, { now: new Date().toISOString() }), log),
);

export const handler: StreamHandler = async (event) => (await made)(event);
