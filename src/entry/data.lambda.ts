import { existsSync } from "node:fs";
import path from "node:path";
import { readCatalogueSettings } from "../app/catalogue/settings";
import { createDataHub } from "../app/create-data-hub";
import { dataRoutes } from "../app/data-routes";
import { readEnv } from "../app/env";
import { exportsIn } from "../app/exports/exports";
import { fairUseOf } from "../app/fair-use/from-env";
import { type LambdaHandler, lambdaHandler } from "../app/lambda-handler";
import { jsonLog } from "../app/log";
import { openFiles } from "../app/open-files";
import { openTable } from "../app/open-table";

/** In a bundle everything is beside it; run from its source, it finds the files in the project. */
const beside = existsSync(path.join(__dirname, "data")) ? __dirname : path.resolve(__dirname, "../..");

const log = jsonLog(console.log, () => new Date());

/** Created once for each instance of the function; its requests share it. */
const env = readEnv(process.env);
const made = openTable(env, { share: false }).then(({ table }) =>
  lambdaHandler(
    createDataHub({
      table,
      log,
      fairUse: fairUseOf(env, table, log),
      issuers: env.issuers,
      originSecrets: env.originSecrets,
      deadlineMs: env.deadlineMs,
      routes: dataRoutes({
        // Another function makes them.
        exportsOf: () => exportsIn(openFiles(env)),
        settings: readCatalogueSettings(env.seeds ?? [path.join(beside, "data")]),
        publicUrl: env.publicUrl,
        schemaDir: path.join(beside, "schema"),
      }),
    }),
    { asBytes: true },
  ),
);

export const handler: LambdaHandler = async (event, context) => (await made)(event, context);
