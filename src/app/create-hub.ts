import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { anonymous } from "../domain/identity/caller";
import { createEditing } from "../editing";
import { erasedCheck } from "../editing/erased";
import { createKeyIssuer } from "../editing/identity/key-issuer";
import { createProposals } from "../editing/proposals";
import { createWebhookKeeper } from "../editing/webhooks/webhook-keeper";
import type { Context } from "../graphql/kit/context";
import { buildHubSchema } from "../graphql/schema";
import { type TableRepositories, tableRepositories } from "../storage";
import type { Table } from "../storage/engine/table";
import { Answers } from "./answers/answers";
import type { Publication } from "./answers/publication";
import { createApollo } from "./apollo";
import type { HttpApp } from "./base-app";
import { committedSchema } from "./committed-schema";
import { CompiledRoute } from "./compiled-route";
import type { MoreRoutes } from "./data-routes";
import type { FairUse } from "./fair-use/fair-use";
import type { RequestFacts } from "./graphql-route";
import { createHttpApp } from "./http-app";
import { authenticator } from "./identity/authenticate";
import type { Issuer } from "./identity/issuer";
import { knownFreshness } from "./known-freshness";
import type { Log } from "./log";
import { once } from "./once";
import { publishedVersions } from "./published-versions";
import { type Publisher, publisher } from "./publisher";
import { referencePage } from "./reference/reference-page";
import { RequestContext } from "./request-context";
import { requestLimits } from "./request-limits";

export interface Hub {
  readonly http: HttpApp;
  readonly repositories: TableRepositories;
  readonly apollo: ApolloServer<Context>;
  readonly published: Publisher;
  readonly answers: Answers;
  contextOf(request: RequestFacts): Promise<Context>;
}

export interface HubOptions {
  readonly table: Table;
  readonly log: Log;
  /** Issuers of tokens that the hub trusts; none if absent. */
  readonly issuers?: readonly Issuer[];
  /** Limits callers; nobody is limited if absent, as in tests that do not mean limits. */
  readonly fairUse?: FairUse | undefined;
  /** Secrets of the edge before the functions; everybody may send requests if absent. */
  readonly originSecrets?: readonly string[];
  /** The folder with the built playground; default `dist/playground` of this project. */
  readonly playgroundDir?: string;
  /** The folder with the built page; default `dist/page` of this project. */
  readonly pageDir?: string;
  /** The folder with the schema as text and the registered operations; default `schema` of this project, whose files tests check. */
  readonly schemaDir?: string;
  /** Milliseconds that an answer may take; 8,000 when absent. */
  readonly deadlineMs?: number;
  /** The version by which answers are kept; that of the table if absent. */
  readonly publication?: Publication;
  /** Memory for cached answers, in bytes. */
  readonly cacheBytes?: number;
  /** Milliseconds since 1970, for answers that hold for a minute; the real time when absent. */
  readonly now?: () => number;
  /** Built here if absent: a process with several hubs builds it once. */
  readonly schema?: GraphQLSchema;
  /** What the hub gives besides GraphQL; nothing if absent. */
  readonly routes?: MoreRoutes;
  /** Publishes what editors change; in this process if absent. */
  readonly published?: Publisher;
  /** How callers may keep webhooks; without receivers on this machine if absent. */
  readonly webhooks?: Parameters<typeof createWebhookKeeper>[1];
}

/** Composes the hub over a table, independent of how requests arrive. */
export function createHub({
  table,
  log,
  issuers = [],
  fairUse,
  originSecrets = [],
  playgroundDir = built("playground"),
  pageDir = built("page"),
  schemaDir = committedSchema,
  deadlineMs = requestLimits.deadlineMs,
  schema = buildHubSchema(),
  published = publisher(table, log),
  publication,
  cacheBytes,
  routes = () => [],
  webhooks: webhookOptions = { toLoopback: false, changed: () => undefined },
  now,
}: HubOptions): Hub {
  const repositories = tableRepositories(table);
  const versions = publishedVersions(table);
  const compiled = new CompiledRoute(schema, deadlineMs);
  const answers = new Answers({
    publication: publication ?? versions,
    operations: once(() => JSON.parse(readFileSync(path.join(schemaDir, "operations.json"), "utf8"))),
    ...(cacheBytes !== undefined && { cacheBytes }),
    ...(now !== undefined && { now }),
    write: (asked, accept, allowance) =>
      compiled.answerNow(asked, accept, allowance, (work) => {
        const version = versions.now();
        const facts = { requestId: randomUUID(), caller: anonymous, work, allowance };
        return version && contextFor(version, facts);
      }),
  });
  const apollo = createApollo(schema, log, [compiled.plugin]);
  const editing = createEditing(table, published.follow);
  const keys = createKeyIssuer(table);
  const webhooks = createWebhookKeeper(table, webhookOptions);
  const proposals = createProposals(table, editing);
  const checkErased = erasedCheck(table);
  const contextFor = (
    version: ConstructorParameters<typeof RequestContext>[0],
    { requestId, caller, work, allowance }: RequestFacts,
  ): RequestContext =>
    new RequestContext(version, {
      ...{
        table,
        editing,
        keys,
        proposals,
        checkErased,
        webhooks,
        repositories,
        caller,
        requestId,
        work,
        allowance,
      },
      receivedAt: table.clock(),
    });
  const contextOf = async (facts: RequestFacts): Promise<RequestContext> =>
    contextFor(await versions.current().catch((error: unknown) => ({ error })), facts);
  const http = createHttpApp({
    server: apollo,
    authenticate: authenticator({ table, issuers, log }),
    fairUse,
    originSecrets,
    compiled,
    contextOf,
    health: { repositories, log, freshness: knownFreshness(versions.current, table.clock) },
    sdl: once(() => readFileSync(path.join(schemaDir, "schema.graphql"), "utf8")),
    reference: once(() => referencePage(schema)),
    playgroundDir,
    pageDir,
    log,
    deadlineMs,
    answers,
    routes: routes({
      ...{ table, log, contextOf, deadlineMs },
      ...{ version: versions.current, follow: published.follow },
    }),
  });
  return { http, repositories, apollo, answers, contextOf, published };
}

const built = (name: string): string => path.resolve(__dirname, "../../dist", name);
