import type { DocumentNode, GraphQLSchema } from "graphql";
import type { Cost } from "../kit/cost";
import { estimateCost } from "../kit/estimate-cost";
import type { WeightOf } from "../kit/weight-of";
import { type Asked, CompiledOperation } from "./compile";
import type { leafTexts } from "./leaf-text";

/** What the operations of a schema share. */
export interface OfSchema {
  readonly schema: GraphQLSchema;
  readonly weightOf: WeightOf;
  readonly leafText: ReturnType<typeof leafTexts>;
}

/** Estimates that an operation remembers, by its variables. */
const mostCosts = 50;
const longestVariables = 500;

/** Requests for which an operation with variables is left to graphql-js after many bails in a row, at most. */
const longestPause = 1_024;

/** An operation that graphql-js has answered before: it is valid, and its data are worth a plan. */
export class KnownOperation {
  readonly #compiled: CompiledOperation | null;
  readonly #costs = new Map<string, Cost | null>();
  /** Requests after the last bail for which it is not tried. */
  #pause = 0;
  #left = 0;

  constructor(
    private readonly document: DocumentNode,
    operationName: string | null,
    private readonly of: OfSchema,
  ) {
    this.#compiled = compiled({ ...of, document, operationName });
  }

  /** Fields in its plans. */
  get size(): number {
    return this.#compiled?.size.fields ?? 0;
  }

  /** As `estimateCost`, which is computed once for equal variables. */
  cost(variables: Asked["variables"]): Cost | null {
    const key = this.#compiled?.keyOf(variables) ?? "";
    const known = this.#costs.get(key);
    if (known !== undefined) return known;
    const { schema, weightOf } = this.of;
    const { document } = this;
    const cost =
      this.#compiled &&
      estimateCost(schema, weightOf, { document, operation: this.#compiled.operation, variables });
    if (this.#costs.size >= mostCosts) this.#costs.clear();
    if (key.length <= longestVariables) this.#costs.set(key, cost);
    return cost;
  }

  /** Whether it is worth a try: an operation that bailed would run twice. */
  isReady(): boolean {
    if (this.#compiled === null) return false;
    if (this.#left === 0) return true;
    this.#left -= 1;
    return false;
  }

  /** The JSON text of `data`; `null` if graphql-js has to answer. */
  write(asked: Asked): string | null {
    try {
      const text = this.#compiled!.write(asked);
      this.#pause >>= 1;
      return text;
    } catch (error) {
      if (!isNotLoaded(error)) this.#bailed();
      return null;
    }
  }

  /** Without variables it would bail again. With other variables it may not: pauses double, and shorten when it works. */
  #bailed(): void {
    this.#pause = this.#compiled!.hasVariables
      ? Math.min(longestPause, Math.max(1, this.#pause * 2))
      : Number.POSITIVE_INFINITY;
    this.#left = this.#pause;
  }
}

/** A page that is not in memory: graphql-js loads it, and the next request finds it. */
const isNotLoaded = (error: unknown): boolean => error instanceof Error && error.name === "NotLoaded";

function compiled(of: ConstructorParameters<typeof CompiledOperation>[0]): CompiledOperation | null {
  try {
    return new CompiledOperation(of);
  } catch {
    return null;
  }
}
