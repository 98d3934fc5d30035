import { existsSync } from "node:fs";
import path from "node:path";
import { createHub } from "../app/create-hub";
import { readEnv } from "../app/env";
import { fairUseOf } from "../app/fair-use/from-env";
import { type LambdaHandler, lambdaHandler } from "../app/lambda-handler";
import { Instance } from "../app/observe/instance";
import { openTable } from "../app/open-table";
import { followedByStream } from "../app/publisher";

const besideBundle = path.join(__dirname, "schema");

/** Created once for each instance of the function; its requests share it. */
const env = readEnv(process.env);
const instance = new Instance({ env, variables: process.env });
const { log, onCall } = instance;
const made = openTable(env, { share: false, onCall }).then(({ table }) => {
  instance.reads(table);
  return lambdaHandler(
    createHub({
      table,
      log,
      fairUse: fairUseOf(env, table, log),
      issuers: env.issuers,
      originSecrets: env.originSecrets,
      deadlineMs: env.deadlineMs,
      ...(env.engine.kind === "aws" && { published: followedByStream(table) }),
      playgroundDir: path.join(__dirname, "playground"),
      pageDir: path.join(__dirname, "page"),
      // Beside the bundle; run from its source, it finds them in the project.
      ...(existsSync(besideBundle) && { schemaDir: besideBundle }),
    }).http,
  );
});

export const handler: LambdaHandler = instance.answering(async (event, context) =>
  (await made)(event, context),
);
