import { setTimeout as sleep } from "node:timers/promises";
import { readEnv } from "../app/env";
import { Instance } from "../app/observe/instance";
import { openTable } from "../app/open-table";
import { untilTurn } from "../app/publication-turn";
import { followedIn, type StreamHandler, streamHandler } from "../app/stream-handler";

/** Created once for each instance of the function. */
const env = readEnv(process.env);
const instance = new Instance({ env, variables: process.env });
const { log, onCall } = instance;
const made = openTable(env, { share: false, onCall }).then(({ table }): StreamHandler => {
  instance.reads(table);
  const follow = streamHandler(followedIn(table), log);
  return async (event) => {
    await sleep(await untilTurn(table, Date.now()));
    return follow(event);
  };
});

export const handler: StreamHandler = instance.working(async (event) => (await made)(event));
