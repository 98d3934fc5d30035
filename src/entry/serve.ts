import "./quiet-sdk";
import { existsSync } from "node:fs";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { getRequestListener } from "@hono/node-server";
import { readCatalogueSettings } from "../app/catalogue/settings";
import { createHub } from "../app/create-hub";
import { dataRoutes } from "../app/data-routes";
import { readEnv } from "../app/env";
import { exporter } from "../app/exports/exporter";
import { fairUseOf } from "../app/fair-use/from-env";
import { developmentKeyFile } from "../app/identity/development-token";
import { developmentIssuer } from "../app/identity/issuer";
import { jsonLog, linesTogether } from "../app/log";
import { nodeListener } from "../app/node-listener";
import { createHubServer } from "../app/node-server";
import { once } from "../app/once";
import { openTable } from "../app/open-table";
import { uploadRoutes } from "../app/uploads/upload-routes";
import { deliverer } from "../app/webhooks/deliver";
import { deliveryLoop } from "../app/webhooks/delivery-loop";
import { sender } from "../app/webhooks/send";
import { HubError } from "../domain/kit/errors";
import { buildHubSchema } from "../graphql/schema";
import { loadNewStarter, loadStarter } from "../ingest/starter/load-starter";
import { beginAsCopy } from "../storage/engine/data-folder";
import { fileFolder } from "../storage/files/file-folder";
import { snapshotsOf } from "../storage/snapshots/snapshot-store";
import { endWith } from "./end-with";
import { packedStarter, readSeeds, seedFolders } from "./load-seeds";

/** Beside this file in a bundle. TypeScript as it is has none: Node 20 does not load it in threads. */
const engineThread = path.join(__dirname, "engine.thread.js");

/** The hub on this machine: the engine in a thread, the starter data, the API and the playground. */
async function main(): Promise<void> {
  const env = readEnv(process.env);
  if (env.seeds === null && env.engine.kind === "embedded")
    await beginAsCopy(packedStarter, env.engine.dataDir);
  const schema = once(buildHubSchema);
  const [{ table, close }, starter] = await Promise.all([
    openTable(env, {
      share: true,
      ...(existsSync(engineThread) && { thread: { file: engineThread, meanwhile: schema } }),
    }),
    readSeeds(env.seeds),
  ]);
  const now = new Date().toISOString();
  const before = process.uptime();
  if ((await loadNewStarter(table, starter, now)) !== null)
    console.log(`Loaded the data that comes with the hub in ${(process.uptime() - before).toFixed(1)} s`);
  if (env.demo)
    for (const folder of seedFolders(env.seeds)) await loadStarter(table, path.join(folder, "demo"), now);
  const log = jsonLog(
    linesTogether((lines) => process.stdout.write(lines)),
    () => new Date(),
  );
  const { webhooksToLoopback: toLoopback } = env;
  const deliveries = deliveryLoop(deliverer({ table, log, send: sender({ toLoopback }) }), log);
  const fairUse = fairUseOf(env, table, log);
  const { http, answers, published } = createHub({
    table,
    log,
    fairUse,
    schema: schema(),
    issuers: [
      ...env.issuers,
      ...(env.engine.kind === "embedded" ? [developmentIssuer(developmentKeyFile(env.engine.dataDir))] : []),
    ],
    deadlineMs: env.deadlineMs,
    webhooks: { toLoopback, changed: deliveries.wake },
    routes: (parts) => [
      ...dataRoutes({
        exportsOf: (parts) => exporter({ ...parts, files: fileFolder(env.exportsDir) }),
        settings: readCatalogueSettings(seedFolders(env.seeds)),
        publicUrl: env.publicUrl,
      })(parts),
      uploadRoutes({ ...parts, seeds: env.seeds }),
    ],
  });
  const server = createHubServer(
    await nodeListener({ application: getRequestListener(http.fetch), answers, fairUse, log }),
  );
  server.listen(env.port, env.host, () => {
    const { port, address } = server.address() as AddressInfo;
    console.log(`Vicinato answers at http://localhost:${port}/graphql`);
    console.log(`Files to take away  http://localhost:${port}/exports/`);
    console.log(`Look at the data    http://localhost:${port}/`);
    console.log(`Explore it at       http://localhost:${port}/playground`);
    if (!isLoopback(address)) console.log(`Other machines reach it through ${address}, port ${port}`);
    if (env.demo) console.log("With synthetic demonstration data: nothing marked synthetic is a fact");
    if (env.engine.kind === "embedded") console.log(`Data is kept in     ${env.engine.dataDir}`);
  });
  server.on("error", (error: NodeJS.ErrnoException) =>
    fail(
      error.code === "EADDRINUSE"
        ? new HubError("BAD_USER_INPUT", "portTaken", { port: env.port }, { where: "PORT" })
        : error,
    ),
  );
  snapshotsOf(table).followers.add(deliveries.wake);
  deliveries.wake();
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () =>
      server.close(() =>
        published
          .settled()
          .then(deliveries.stop)
          .then(close)
          .finally(() => process.exit(0)),
      ),
    );
  }
}

const isLoopback = (address: string): boolean => address === "::1" || address.startsWith("127.");

const fail = (error: unknown): void => process.exit(endWith(error, (text) => process.stderr.write(text)));

process.once("uncaughtException", fail);
main().catch(fail);
