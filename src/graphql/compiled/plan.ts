import type {
  FieldNode,
  GraphQLAbstractType,
  GraphQLField,
  GraphQLObjectType,
  GraphQLResolveInfo,
} from "graphql";
import type { Args } from "../kit/field-weights";
import type { Steps } from "../kit/layers";
import type { Results, Rows } from "./kept-results";
import type { LeafText } from "./leaf-text";

/** An object of the answer. */
export interface ObjectPlan {
  readonly type: GraphQLObjectType;
  readonly fields: readonly FieldPlan[];
  /** Text after the last field. */
  readonly end: string;
  /** Whether there is no list in it, and no argument that differs from run to run: its text follows from its source. */
  readonly isRow: boolean;
  /** Kept rows, while an operation runs; `null` until it is reached. */
  rows: Rows | null;
}

/** A field of an object of the answer. */
export interface FieldPlan {
  /** Text before its value: everything since the value before it. */
  readonly before: string;
  readonly name: string;
  readonly resolve: Steps["resolve"];
  readonly info: GraphQLResolveInfo;
  readonly value: ValuePlan;
  /** `null` until they are known: those with variables only while an operation runs. */
  args: Args | null;
  /** Whether they are the same in every run. */
  readonly hasFixedArguments: boolean;
  /** Whether its results are worth being kept: it is more than a look at its source. */
  readonly keeps: boolean;
  /** Kept results for its arguments, while an operation runs; `null` until it is reached. */
  results: Results | null;
  /** Units of work of its computation, if it is more than a plain field. */
  readonly units: Steps["units"];
  readonly definition: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/** How a value is written. One shape for all kinds: the writer reads it for every value. */
export interface ValuePlan {
  readonly kind: "abstract" | "boolean" | "float" | "id" | "int" | "leaf" | "list" | "object" | "string";
  readonly isNonNull: boolean;
  /** Of a leaf, for values that have no shorter way. */
  readonly text: LeafText | null;
  readonly item: ValuePlan | null;
  /** Most items of a list. */
  readonly most: number;
  readonly object: ObjectPlan | null;
  readonly abstract: AbstractPlan | null;
}

/** An interface or union: the plans of its types are made when a value of the type comes. */
export interface AbstractPlan {
  readonly type: GraphQLAbstractType;
  readonly plans: Map<unknown, ObjectPlan>;
  /** @throws Bail for a name that is not one of its types. */
  readonly make: (name: unknown) => ObjectPlan;
}
