import { createDataHub } from "../app/create-data-hub";
import { readEnv } from "../app/env";
import { fairUseOf } from "../app/fair-use/from-env";
import { type LambdaHandler, lambdaHandler } from "../app/lambda-handler";
import { Instance } from "../app/observe/instance";
import { openTable } from "../app/open-table";
import { uploadRoutes } from "../app/uploads/upload-routes";

/** Created once for each instance of the function. At the cap of writes an upload becomes slower, and does not fail. */
const env = readEnv(process.env);
const instance = new Instance({ env, variables: process.env });
const { log, onCall } = instance;
const made = openTable(env, { share: false, patient: true, onCall }).then(({ table }) => {
  instance.reads(table);
  return lambdaHandler(
    createDataHub({
      table,
      log,
      fairUse: fairUseOf(env, table, log),
      issuers: env.issuers,
      originSecrets: env.originSecrets,
      deadlineMs: env.deadlineMs,
      routes: (parts) => [uploadRoutes({ ...parts, seeds: env.seeds })],
    }),
  );
});

export const handler: LambdaHandler = instance.answering(async (event, context) =>
  (await made)(event, context),
);
