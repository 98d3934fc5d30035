import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getArgumentValues,
  getNullableType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type OperationDefinitionNode,
  TypeNameMetaFieldDef,
} from "graphql";
import { stepsOf } from "../kit/layers";
import { Bail } from "./bail";
import { collectFields } from "./collect-fields";
import { FieldInfo, type InfoOfRun } from "./field-info";
import type { LeafText } from "./leaf-text";
import type { AbstractPlan, FieldPlan, ObjectPlan, ValuePlan } from "./plan";
import { usesVariables } from "./used-variables";

/** What the plans of one operation share. */
export interface Planning {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the variables in `@skip` and `@include`. */
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly leafText: (type: GraphQLLeafType) => LeafText;
  readonly info: InfoOfRun;
  /** Fields of all plans so far. */
  readonly size: { fields: number };
}

/** Fields of one operation: a plan of a field takes about 850 bytes. */
const mostFields = 2_000;

/** @throws Bail for what only graphql-js answers. */
export function planOfRoot(operation: OperationDefinitionNode, planning: Planning): ObjectPlan {
  const type = planning.schema.getQueryType();
  if (!type || operation.operation !== "query") throw new Bail("operation");
  return planOfObject(type, [operation], planning);
}

function planOfObject(
  type: GraphQLObjectType,
  of: readonly Pick<FieldNode, "selectionSet">[],
  planning: Planning,
): ObjectPlan {
  const sets = of.flatMap(({ selectionSet }) => selectionSet ?? []);
  const fields: FieldPlan[] = [];
  let before = "{";
  for (const [key, nodes] of collectFields(planning, type, sets)) {
    before += `"${key}":`;
    const name = nodes[0]!.name.value;
    if (name === TypeNameMetaFieldDef.name) before += `"${type.name}"`;
    else {
      fields.push(planOfField(before, type, nodes, planning));
      before = "";
    }
    before += ",";
  }
  planning.size.fields += fields.length;
  if (planning.size.fields > mostFields) throw new Bail("size");
  // A comma stands before each value but the first.
  const end = `${before === "{" ? before : before.slice(0, -1)}}`;
  return { type, fields, end, isRow: fields.length > 1 && fields.every(isInRow), rows: null };
}

const isInRow = ({ hasFixedArguments, value }: FieldPlan): boolean =>
  hasFixedArguments &&
  value.kind !== "list" &&
  value.kind !== "abstract" &&
  (value.object === null || value.object.fields.every(isInRow));

function planOfField(
  before: string,
  parent: GraphQLObjectType,
  nodes: readonly FieldNode[],
  planning: Planning,
): FieldPlan {
  const node = nodes[0]!;
  const definition: GraphQLField<unknown, unknown> | undefined = parent.getFields()[node.name.value];
  // Introspection.
  if (definition === undefined) throw new Bail("operation");
  const { resolve, most, units } = stepsOf(definition.resolve);
  const hasFixedArguments = !usesVariables(node.arguments);
  const value = planOfValue(definition.type, most, nodes, planning);
  return {
    before,
    name: definition.name,
    resolve,
    info: new FieldInfo(definition, nodes, parent, planning.info),
    value,
    args: hasFixedArguments ? Object.freeze(getArgumentValues(definition, node)) : null,
    hasFixedArguments,
    keeps: units !== null || ["abstract", "list", "object"].includes(value.kind),
    results: null,
    units,
    definition,
    node,
  };
}

function planOfValue(
  type: GraphQLOutputType,
  most: number,
  nodes: readonly FieldNode[],
  planning: Planning,
): ValuePlan {
  const of = getNullableType(type);
  const plan = { isNonNull: isNonNullType(type), text: null, item: null, most, object: null, abstract: null };
  if (isListType(of))
    return { ...plan, kind: "list", item: planOfValue(of.ofType, Number.POSITIVE_INFINITY, nodes, planning) };
  if (isObjectType(of)) return { ...plan, kind: "object", object: planOfObject(of, nodes, planning) };
  if (isAbstractType(of)) return { ...plan, kind: "abstract", abstract: planOfAbstract(of, nodes, planning) };
  return { ...plan, kind: kinds[of.name] ?? "leaf", text: planning.leafText(of) };
}

const kinds: Readonly<Record<string, ValuePlan["kind"]>> = {
  Boolean: "boolean",
  Float: "float",
  ID: "id",
  Int: "int",
  String: "string",
};

function planOfAbstract(
  type: GraphQLAbstractType,
  nodes: readonly FieldNode[],
  planning: Planning,
): AbstractPlan {
  const { schema } = planning;
  const plans = new Map<unknown, ObjectPlan>();
  const make = (name: unknown): ObjectPlan => {
    const object = typeof name === "string" ? schema.getType(name) : undefined;
    if (!isObjectType(object) || !schema.isSubType(type, object)) throw new Bail("abstract type");
    const plan = planOfObject(object, nodes, planning);
    plans.set(name, plan);
    return plan;
  };
  return { type, plans, make };
}
