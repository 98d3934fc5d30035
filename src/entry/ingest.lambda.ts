import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readEnv } from "../app/env";
import { type IngestHandler, ingestHandler } from "../app/ingest-handler";
import { Instance } from "../app/observe/instance";
import { openTable } from "../app/open-table";
import { createHttp } from "../ingest/acquire/http";
import { sources } from "../ingest/sources/own-sources";
import { bucketFiles } from "../storage/files/bucket";

/** Created once for each instance of the function: its downloads are there for the next call. */
const env = readEnv(process.env);
const instance = new Instance({ env, variables: process.env });
const { log, onCall } = instance;
const made = openTable(env, { share: false, patient: true, onCall }).then(({ table }) => {
  instance.reads(table);
  return ingestHandler({
    table,
    http: createHttp(),
    inbox: env.inboxBucket === null ? null : bucketFiles(env.inboxBucket),
    sources,
    folder: mkdtempSync(path.join(tmpdir(), "vicinato-")),
    now: () => new Date(),
    log,
  });
});

export const handler: IngestHandler = instance.working(async (event, context) =>
  (await made)(event, context),
);
