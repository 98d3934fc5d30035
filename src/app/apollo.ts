import { ApolloServer, type ApolloServerPlugin, type HTTPGraphQLHead } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { maxAliasesRule } from "@escape.tech/graphql-armor-max-aliases";
import { maxDepthRule } from "@escape.tech/graphql-armor-max-depth";
import { maxDirectivesRule } from "@escape.tech/graphql-armor-max-directives";
import {
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from "graphql";
import { HubError } from "../domain/kit/errors";
import type { Context } from "../graphql/kit/context";
import { costPlugin } from "./cost-plugin";
import { faultOf, formatError } from "./format-error";
import type { Log } from "./log";
import { parsedDocuments } from "./parsed-documents";
import { requestLimits } from "./request-limits";

/** The started GraphQL server, without the features that the hub does not need. */
export function createApollo(
  schema: GraphQLSchema,
  log: Log,
  plugins: readonly ApolloServerPlugin<Context>[] = [],
): ApolloServer<Context> {
  const server = new ApolloServer<Context>({
    schema,
    introspection: true,
    // Plain GETs are open, and the door of /graphql accepts no request body but JSON: docs/decisions/0026.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: requestLimits.tokens },
    maxRecursiveSelections: requestLimits.selections,
    validationOptions: { maxErrors: requestLimits.validationErrors },
    validationRules: [
      maxDepthRule({ ignoreIntrospection: true, flattenFragments: true, ...limitOf("depth") }),
      maxAliasesRule({ allowList: [], ...limitOf("aliases") }),
      maxDirectivesRule(limitOf("directives")),
    ] as unknown as ValidationRule[],
    // `parsedDocuments` has them.
    documentStore: null,
    formatError,
    logger: quiet(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      parsedDocuments(),
      faults(log),
      costPlugin(schema),
      lastTouches,
      ...plugins,
    ],
  });
  server.startInBackgroundHandlingStartupErrorsByLoggingAndFailingAllRequests();
  return server;
}

/** Reported with the other problems of the document instead of thrown, as by any other rule. */
const limitOf = (key: "aliases" | "depth" | "directives") => ({
  n: requestLimits[key],
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: GraphQLError) => {
      const found = Number(/found (\d+)/.exec(message)?.[1]);
      const error = new HubError("LIMIT_EXCEEDED", key, { found, most: requestLimits[key] });
      context?.reportError(new GraphQLError(error.message, { originalError: error }));
    },
  ],
});

/** Logs faults of the hub itself, with the request in which they occurred. */
const faults = (log: Log): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue: { requestId, work } }) {
        for (const fault of errors.map(faultOf)) {
          if (fault === null) continue;
          work.faults += 1;
          log({ level: "error", message: "A resolver failed.", requestId, error: fault });
        }
      },
    };
  },
});

/** An outage of the store is often over by then. */
const retryAfterSeconds = "10";

/**
 * No cache keeps an answer unless `Answers` decides so (AGID RAC_REST_NAME_010). Every error of an operation carries the request id, so that a
 * report and the log identify the same request.
 */
const lastTouches: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body, http }, contextValue: { requestId } }) {
        http.headers.set("cache-control", "no-store");
        if (body.kind !== "single" || !body.singleResult.errors) return;
        refuse(http, body.singleResult);
        if (body.singleResult.errors.some(({ extensions }) => extensions?.code === "SERVICE_UNAVAILABLE"))
          http.headers.set("retry-after", retryAfterSeconds);
        body.singleResult.errors = body.singleResult.errors.map((error) => ({
          ...error,
          extensions: { ...error.extensions, requestId },
        }));
      },
    };
  },
};

/** A request of which nothing was done for lack of rights says so by its status too. */
function refuse(http: HTTPGraphQLHead, { data, errors = [] }: FormattedExecutionResult): void {
  if (data !== null && data !== undefined && Object.values(data).some((field) => field !== null)) return;
  const codes = errors.map(({ extensions }) => extensions?.code);
  if (codes.includes("UNAUTHENTICATED")) {
    http.status = 401;
    http.headers.set("www-authenticate", 'Bearer realm="vicinato"');
  } else if (codes.includes("FORBIDDEN")) http.status = 403;
}

/** Apollo's own messages: only errors. */
const quiet = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: (message: unknown) => log({ level: "error", message: String(message) }),
  error: (message: unknown) => log({ level: "error", message: String(message) }),
});
