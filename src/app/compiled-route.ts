import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { CompiledOperations, type OperationText } from "../graphql/compiled/compiled-operations";
import type { Context } from "../graphql/kit/context";
import { isAccepted } from "../graphql/kit/cost";
import { RequestWork } from "../storage/engine/request-work";
import { costReport } from "./cost-plugin";
import type { Compiled, HttpRequest } from "./graphql-route";
import { requestLimits } from "./request-limits";

interface Asked extends OperationText {
  readonly variables: Readonly<Record<string, unknown>>;
}

/** `Accept` headers for which the choice of Apollo is remembered. */
const mostAccepted = 100;

/**
 * Answers operations that Apollo has answered before with the same bytes, by their compiled form. Apollo answers everything else,
 * also an operation that fails: a compiled one has no errors.
 */
export class CompiledRoute implements Compiled<Context> {
  readonly plugin: ApolloServerPlugin<Context>;
  readonly #operations: CompiledOperations;
  /** Type of the answer that Apollo chose, by the `Accept` header. */
  readonly #contentTypes = new Map<string, string>();

  constructor(
    schema: GraphQLSchema,
    private readonly deadlineMs: number,
  ) {
    const operations = new CompiledOperations(schema);
    this.#operations = operations;
    this.plugin = {
      async requestDidStart() {
        return {
          async willSendResponse({ request, source, document, operation, response: { body } }) {
            const isRight = body.kind === "single" && !body.singleResult.errors;
            if (!isRight || operation?.operation !== "query" || !source || !document) return;
            operations.answered({ query: source, operationName: request.operationName ?? null }, document);
          },
        };
      },
    };
  }

  async answer(...[request, contextOf, facts]: Parameters<Compiled<Context>["answer"]>) {
    const asked = askedBy(request);
    const contentType = this.#contentTypes.get(acceptOf(request));
    const operation = asked && this.#operations.find(asked);
    if (!asked || !operation?.isReady() || contentType === undefined) return null;
    const work = new RequestWork({ units: requestLimits.workUnits, milliseconds: this.deadlineMs });
    try {
      const { variables } = asked;
      const cost = operation.cost(variables);
      if (cost === null || !isAccepted(cost)) return null;
      const context = await contextOf({ ...facts, work });
      const data = operation.write({ context, variables });
      if (data === null) return null;
      const extensions = JSON.stringify({ cost: costReport(cost, work) });
      const headers = new HeaderMap([
        ["cache-control", "no-store"],
        ["content-type", contentType],
      ]);
      return { text: `{"data":${data},"extensions":${extensions}}\n`, headers, work };
    } catch {
      // A store that does not answer, or variables that do not fit: Apollo meets the same error, and reports it.
      return null;
    } finally {
      work.end();
    }
  }

  answered(...[request, { status = 200, headers }]: Parameters<Compiled<Context>["answered"]>): void {
    const contentType = headers.get("content-type");
    if (status !== 200 || contentType === undefined) return;
    if (this.#contentTypes.size >= mostAccepted) this.#contentTypes.clear();
    this.#contentTypes.set(acceptOf(request), contentType);
  }
}

const acceptOf = ({ headers }: HttpRequest): string => headers.get("accept") ?? "";

/** What a request asks; `null` for an unusual one, which Apollo answers or rejects. */
function askedBy({ method, body, search, headers }: HttpRequest): Asked | null {
  const given = method === "POST" ? body : headers.has("content-type") ? null : parametersOf(search);
  if (!isObject(given)) return null;
  const { query, operationName = null, variables = null, extensions = null } = given;
  const isUsual =
    typeof query === "string" &&
    (operationName === null || typeof operationName === "string") &&
    (variables === null || isObject(variables)) &&
    extensions === null;
  return isUsual ? { query, operationName, variables: variables ?? {} } : null;
}

function parametersOf(search: string): unknown {
  const parameters = new URLSearchParams(search);
  const { variables = null, ...rest } = Object.fromEntries(parameters);
  if (Object.keys(rest).length + (variables === null ? 0 : 1) !== parameters.size) return null;
  if (variables === null) return rest;
  try {
    const values: unknown = JSON.parse(variables);
    return isObject(values) ? { ...rest, variables: values } : null;
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
