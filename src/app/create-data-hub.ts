import { tableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { createBaseApp, type HttpApp } from "./base-app";
import type { MoreRoutes } from "./data-routes";
import type { FairUse } from "./fair-use/fair-use";
import { authenticator } from "./identity/authenticate";
import type { Issuer } from "./identity/issuer";
import type { Log } from "./log";
import { publishedVersions } from "./published-versions";
import { followedByStream } from "./publisher";
import { ReadingContext } from "./reading-context";

interface DataHubOptions {
  readonly table: Table;
  readonly log: Log;
  readonly issuers: readonly Issuer[];
  /** Limits callers; nobody is limited without it. */
  readonly fairUse?: FairUse | undefined;
  /** Secrets of the edge; everybody may send requests if there are none. */
  readonly originSecrets: readonly string[];
  readonly routes: MoreRoutes;
  /** Milliseconds that an answer may take. */
  readonly deadlineMs: number;
}

/** A hub without GraphQL: where it runs as several functions, this one starts without the schema. */
export function createDataHub({
  table,
  log,
  issuers,
  fairUse,
  originSecrets,
  routes,
  deadlineMs,
}: DataHubOptions): HttpApp {
  const repositories = tableRepositories(table);
  const versions = publishedVersions(table);
  const authenticate = authenticator({ table, issuers, log });
  const app = createBaseApp({ log, authenticate, fairUse, originSecrets });
  const parts = {
    ...{ table, log, deadlineMs },
    version: versions.current,
    follow: followedByStream(table).follow,
    contextOf: async ({ work }: Pick<ReadingContext, "work">) => {
      const version = await versions.current().catch((error: unknown) => ({ error }));
      return new ReadingContext(version, { table, repositories, work, receivedAt: table.clock() });
    },
  };
  for (const more of routes(parts)) app.route("/", more);
  return app;
}
