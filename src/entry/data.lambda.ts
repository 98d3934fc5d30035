import { existsSync } from "node:fs";
import path from "node:path";
import { readCatalogueSettings } from "../app/catalogue/settings";
import { createDataHub } from "../app/create-data-hub";
import { dataRoutes } from "../app/data-routes";
import { readEnv } from "../app/env";
import { exportsIn } from "../app/exports/exports";
import { fairUseOf } from "../app/fair-use/from-env";
import { type LambdaHandler, lambdaHandler } from "../app/lambda-handler";
import { Instance } from "../app/observe/instance";
import { openFiles } from "../app/open-files";
import { openTable } from "../app/open-table";

/** In a bundle everything is beside it; run from its source, it finds the files in the project. */
const beside = existsSync(path.join(__dirname, "data")) ? __dirname : path.resolve(__dirname, "../..");

/** Created once for each instance of the function; its requests share it. */
const env = readEnv(process.env);
const instance = new Instance({ env, variables: process.env });
const { log, onCall } = instance;
const made = openTable(env, { share: false, onCall }).then(({ table }) => {
  instance.reads(table);
  return lambdaHandler(
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
  );
});

export const handler: LambdaHandler = instance.answering(async (event, context) =>
  (await made)(event, context),
);
