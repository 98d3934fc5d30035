import { createDataHub } from "../app/create-data-hub";
import { readEnv } from "../app/env";
import { fairUseOf } from "../app/fair-use/from-env";
import { type LambdaHandler, lambdaHandler } from "../app/lambda-handler";
import { jsonLog } from "../app/log";
import { openTable } from "../app/open-table";
import { uploadRoutes } from "../app/uploads/upload-routes";

const log = jsonLog(console.log, () => new Date());

/** Created once for each instance of the function. At the cap of writes an upload becomes slower, and does not fail. */
const env = readEnv(process.env);
const made = openTable(env, { share: false, patient: true }).then(({ table }) =>
  lambdaHandler(
    createDataHub({
      table,
      log,
      fairUse: fairUseOf(env, table, log),
      issuers: env.issuers,
      originSecrets: env.originSecrets,
      deadlineMs: env.deadlineMs,
      routes: (parts) => [uploadRoutes({ ...parts, seeds: env.seeds })],
    }),
  ),
);

export const handler: LambdaHandler = async (event, context) => (await made)(event, context);
