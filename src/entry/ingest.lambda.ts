import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { readEnv } from "../app/env";
import { type IngestHandler, ingestHandler } from "../app/ingest-handler";
import { jsonLog } from "../app/log";
import { openTable } from "../app/open-table";
import { createHttp } from "../ingest/acquire/http";
import { sources } from "../ingest/sources/sources";
import { bucketFiles } from "../storage/files/bucket";

const now = () => new Date();
const log = jsonLog(console.log, now);
const env = readEnv(process.env);

/** Created once for each instance of the function: its downloads are there for the next call. */
const made = openTable(env, { share: false, patient: true }).then(({ table }) =>
  ingestHandler({
    table,
    http: createHttp(),
    inbox: env.inboxBucket === null ? null : bucketFiles(env.inboxBucket),
    sources,
    folder: mkdtempSync(path.join(tmpdir(), "vicinato-")),
    now,
    log,
  }),
);

export const handler: IngestHandler = async (event, context) => (await made)(event, context);
