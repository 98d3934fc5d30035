import { watch } from "../app/canary/canary";
import { readEnv } from "../app/env";
import { Instance } from "../app/observe/instance";

const env = readEnv(process.env);
const { publicUrl } = env;
const instance = new Instance({ env, variables: process.env });

/** What the schedule calls. It does not throw what the hub does wrong: that is a number in the log, which has an alarm. */
export const handler = instance.working(async (): Promise<void> => {
  if (publicUrl === null)
    throw new Error("The canary has no address: the stack must set VICINATO_PUBLIC_URL.");
  await watch({ url: publicUrl, fetch, now: () => new Date(), log: instance.log });
});
