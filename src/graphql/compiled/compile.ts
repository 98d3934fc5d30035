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
import { keptResultsOf } from "./kept-results";
import type { LeafText } from "./leaf-text";
import { type Planning, planOfRoot } from "./make-plan";
import type { ObjectPlan } from "./plan";
import { conditionsOf } from "./used-variables";
import { countWritten, type Run, writeObject } from "./write";

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

/** Values of variables that an operation remembers, each at most so many characters. */
const mostBound = 50;
const longestVariables = 500;

/** An operation as a function that writes the JSON text of `data`. */
export class CompiledOperation {
  /** Fields in its plans: a measure of the memory that they take. */
  readonly size = { fields: 0 };
  readonly operation: OperationDefinitionNode;
  readonly #conditions: readonly string[];
  /** Names of the declared ones. */
  readonly #variables: readonly string[];
  readonly #fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly #plans = new Map<string, Planned>();
  readonly #bound = new Map<string, Bound>();

  /** @throws Bail for an operation that only graphql-js answers. */
  constructor(private readonly of: ToCompile) {
    const operation = getOperationAST(of.document, of.operationName);
    if (operation?.operation !== "query") throw new Bail("operation");
    this.operation = operation;
    this.#variables = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
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
    return this.#variables.length > 0;
  }

  /** The values of its own variables as text: clients may send others too. */
  keyOf(variables: Asked["variables"]): string {
    return JSON.stringify(this.#variables.map((name) => (name in variables ? [variables[name]] : [])));
  }

  /**
   * The JSON text of `data`.
   * @throws Bail, or what a resolver throws: then graphql-js has to answer.
   */
  write({ context, variables, rootValue }: Asked): string {
    const { coerced, given, planned } = this.#boundTo(variables);
    const { plan, info } = planned;
    const kept = keptResultsOf(context);
    const run: Run = {
      ...{ text: "", variables: coerced, given, kept, context: kept?.context ?? context },
      ...{ reached: [], reachedRows: [], uncounted: 0, added: 0, isShared: kept !== null, isInRow: false },
    };
    info.rootValue = rootValue;
    info.variables = coerced;
    const writing = (): string => {
      writeObject(plan, rootValue, run);
      countWritten(run);
      return run.text;
    };
    try {
      return kept === null ? writing() : kept.context.during(context, writing);
    } finally {
      // Nothing of a request outlives it.
      info.rootValue = undefined;
      info.variables = {};
      for (const field of run.reached) {
        if (!field.hasFixedArguments) field.args = null;
        field.results = null;
      }
      for (const object of run.reachedRows) object.rows = null;
      if (run.added > 0) kept!.added(run.added, context.work.units);
    }
  }

  /** @throws Bail for variables that do not fit. */
  #boundTo(variables: Asked["variables"]): Bound {
    const key = this.keyOf(variables);
    const known = this.#bound.get(key);
    if (known !== undefined) return known;
    const { coerced } = getVariableValues(
      this.of.schema,
      this.operation.variableDefinitions ?? [],
      variables,
    );
    if (coerced === undefined) throw new Bail("variables");
    const bound = { coerced, given: new Map(), planned: this.#planFor(coerced) };
    if (this.#bound.size >= mostBound) this.#bound.clear();
    if (key.length <= longestVariables) this.#bound.set(key, bound);
    return bound;
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

/** An operation with the values of its variables, which are checked once for equal ones. */
interface Bound {
  readonly coerced: Readonly<Record<string, unknown>>;
  readonly given: Run["given"];
  readonly planned: Planned;
}

interface Planned {
  readonly plan: ObjectPlan;
  readonly info: Planning["info"];
}
