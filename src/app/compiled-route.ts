import { type ApolloServerPlugin, HeaderMap } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import { CompiledOperations } from "../graphql/compiled/compiled-operations";
import type { KnownOperation } from "../graphql/compiled/known-operation";
import type { Context } from "../graphql/kit/context";
import { type Cost, isAccepted } from "../graphql/kit/cost";
import { RequestWork } from "../storage/engine/request-work";
import { type AskedText, askedIn, partsOfBody, partsOfSearch } from "./answers/asked-operation";
import { costReport, priceOf } from "./cost-plugin";
import type { RequestAllowance } from "./fair-use/request-allowance";
import type { Compiled, HttpRequest } from "./graphql-route";
import { requestLimits } from "./request-limits";
import type { Written } from "./written";

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
    const ready = asked && this.#readyFor(asked, acceptOf(request));
    if (!ready) return null;
    await facts.allowance?.reserve(ready.price);
    const work = this.#work();
    try {
      const written = ready.write(await contextOf({ ...facts, work }));
      if (written === null) return null;
      const headers = new HeaderMap([
        ["cache-control", "no-store"],
        ["content-type", written.contentType],
      ]);
      return { ...written, headers };
    } catch {
      // A store that does not answer: Apollo meets the same error, and reports it.
      return null;
    } finally {
      work.end();
    }
  }

  /**
   * As `answer`, without waiting for anything but the turn of the caller: then it is called again.
   * @param contextNow `null` if no version is in memory.
   */
  answerNow(
    asked: AskedText,
    accept: string | undefined,
    allowance: RequestAllowance | null,
    contextNow: (work: RequestWork) => Context | null,
  ): Written | Promise<void> | null {
    const ready = this.#readyFor(asked, accept ?? "");
    if (ready === null) return null;
    if (allowance?.reserveNow(ready.price) === false) return allowance.reserveSoon(ready.price);
    const work = this.#work();
    try {
      const context = contextNow(work);
      const written = context && ready.write(context);
      // Who answers instead asks for its price again.
      if (written === null) allowance?.giveBack();
      return written;
    } catch {
      allowance?.giveBack();
      return null;
    } finally {
      work.end();
      allowance?.end();
    }
  }

  #work(): RequestWork {
    return new RequestWork({ units: requestLimits.workUnits, milliseconds: this.deadlineMs });
  }

  /** What writes the answer, and its price; `null` if Apollo has to answer. */
  #readyFor(asked: AskedText, accept: string): ReadyOperation | null {
    const contentType = this.#contentTypes.get(accept);
    const operation = this.#operations.find(asked);
    if (!operation?.isReady() || contentType === undefined) return null;
    const { variables } = asked;
    const cost = costOf(operation, variables);
    if (cost === null || !isAccepted(cost)) return null;
    const write = (context: Context): Written | null => {
      const data = operation.write({ context, variables });
      if (data === null) return null;
      const { work } = context;
      const extensions = JSON.stringify({ cost: costReport(cost, work) });
      return { text: `{"data":${data},"extensions":${extensions}}\n`, contentType, work };
    };
    return { price: priceOf(cost), write };
  }

  answered(...[request, { status = 200, headers }]: Parameters<Compiled<Context>["answered"]>): void {
    const contentType = headers.get("content-type");
    if (status !== 200 || contentType === undefined) return;
    if (this.#contentTypes.size >= mostAccepted) this.#contentTypes.clear();
    this.#contentTypes.set(acceptOf(request), contentType);
  }
}

interface ReadyOperation {
  readonly price: number;
  readonly write: (context: Context) => Written | null;
}

/** `null` also for variables that do not fit: Apollo reports it. */
function costOf(operation: KnownOperation, variables: AskedText["variables"]): Cost | null {
  try {
    return operation.cost(variables);
  } catch {
    return null;
  }
}

const acceptOf = ({ headers }: HttpRequest): string => headers.get("accept") ?? "";

/** What a request asks; `null` for an unusual one, which Apollo answers or rejects. */
function askedBy({ method, body, search, headers }: HttpRequest): AskedText | null {
  if (method === "POST") return askedIn(partsOfBody(body));
  return headers.has("content-type") ? null : askedIn(partsOfSearch(search));
}
