import { setTimeout as sleep } from "node:timers/promises";
import { readEnv } from "../app/env";
import { jsonLog } from "../app/log";
import { openTable } from "../app/open-table";
import { untilTurn } from "../app/publication-turn";
import { type StreamHandler, streamHandler } from "../app/stream-handler";
import { refresh } from "../projections/refresh";

const log = jsonLog(console.log, () => new Date());

/** Created once for each instance of the function. */
const made = openTable(readEnv(process.env), { share: false }).then(({ table }): StreamHandler => {
  const follow = streamHandler((changes) => refresh(table, changes, { now: new Date().toISOString() }), log);
  return async (event) => {
    await sleep(await untilTurn(table, Date.now()));
    return follow(event);
  };
});

export const handler: StreamHandler = async (event) => (await made)(event);
