import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLLeafType,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import type { Context } from "../kit/context";
import { Bail } from "./bail";
import type { LeafText } from "./leaf-text";
import { type Planning, planOfRoot } from "./make-plan";
import type { ObjectPlan } from "./plan";
import { conditionsOf } from "./used-variables";
import { type Run, writeObject } from "./write";

export interface ToCompile {
  readonly schema: GraphQLSchema;
  /** Valid for the schema. */
  readonly document: DocumentNode;
  /** `null` if the document has one operation. */
  readonly operationName: string | null;
  readonly leafText: (type: GraphQLLeafType) => LeafText;
}

/** What one answer is written from. */
export interface Asked {
  readonly context: Context;
  /** As sent. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly rootValue?: unknown;
}

/** Plans of one operation, each for other values of the variables in `@skip` and `@include`. */
const mostPlans = 8;

/** An operation as a function that writes the JSON text of `data`. */
export class CompiledOperation {
  /** Fields in its plans: a measure of the memory that they take. */
  readonly size = { fields: 0 };
  readonly operation: OperationDefinitionNode;
  readonly #conditions: readonly string[];
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #plans = new Map<string, Planned>();

  /** @throws Bail for an operation that only graphql-js answers. */
  constructor(private readonly of: ToCompile) {
    const operation = getOperationAST(of.document, of.operationName);
    if (operation?.operation !== "query") throw new Bail("operation");
    this.operation = operation;
    this.#conditions = conditionsOf(of.document);
    this.#fragments = Object.fromEntries(
      of.document.definitions
        .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
        .map((node) => [node.name.value, node]),
    );
    // What never compiles is found at once, unless variables decide what is selected.
    if (this.#conditions.length === 0) this.#planFor({});
  }

  get hasVariables(): boolean {
    return (this.operation.variableDefinitions ?? []).length > 0;
  }

  /**
   * The JSON text of `data`.
   * @throws Bail, or what a resolver throws: then graphql-js has to answer.
   */
  write({ context, variables, rootValue }: Asked): string {
    const { coerced } = this.hasVariables
      ? getVariableValues(this.of.schema, this.operation.variableDefinitions!, variables)
      : { coerced: {} };
    if (coerced === undefined) throw new Bail("variables");
    const { plan, info } = this.#planFor(coerced);
    const run: Run = { text: "", context, variables: coerced, withArguments: [] };
    info.rootValue = rootValue;
    info.variables = coerced;
    try {
      writeObject(plan, rootValue, run);
      return run.text;
    } finally {
      // Nothing of a request outlives it.
      info.rootValue = undefined;
      info.variables = {};
      for (const field of run.withArguments) field.args = null;
    }
  }

  #planFor(variables: Readonly<Record<string, unknown>>): Planned {
    const values = this.#conditions.map((name) => [name, variables[name]] as const);
    const key = values.map(([, value]) => String(value)).join();
    const known = this.#plans.get(key);
    if (known !== undefined) return known;
    if (this.#plans.size >= mostPlans) throw new Bail("size");
    const { schema, leafText } = this.of;
    const info = {
      schema,
      fragments: this.#fragments,
      operation: this.operation,
      rootValue: undefined,
      variables: {},
    };
    const conditions = Object.fromEntries(values.filter(([, value]) => value !== undefined));
    const plan = planOfRoot(this.operation, {
      schema,
      fragments: this.#fragments,
      conditions,
      leafText,
      info,
      size: this.size,
    });
    const planned = { plan, info };
    this.#plans.set(key, planned);
    return planned;
  }
}

interface Planned {
  readonly plan: ObjectPlan;
  readonly info: Planning["info"];
}
