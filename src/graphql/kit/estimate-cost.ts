import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getVariableValues,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from "graphql";
import { type Cost, none, ofFieldNamed, plus, rounded, times } from "./cost";
import type { WeightOf } from "./weight-of";

export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A key and a colon, quotes and a comma around the value. */
const bytesAroundValue = 6;

/**
 * Estimates what a valid operation costs, before it runs: from its page sizes, the weights of its fields and the usual
 * lengths of other lists.
 * @returns `null` if the variables do not fit: the operation will be rejected.
 */
export function estimateCost(schema: GraphQLSchema, weightOf: WeightOf, of: Operation): Cost | null {
  const { document, operation, variables } = of;
  const root = schema.getRootType(operation.operation);
  const values = getVariableValues(schema, operation.variableDefinitions ?? [], variables).coerced;
  if (!root || !values) return null;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const known = new Map<SelectionSetNode, Map<string, Cost>>();

  /** Computed once for a type and a page size, however many fragments repeat the set. */
  function ofSet(set: SelectionSetNode, type: GraphQLObjectType, page: number): Cost {
    const costs = known.get(set) ?? new Map<string, Cost>();
    known.set(set, costs);
    const key = `${type.name} ${page}`;
    const found = costs.get(key) ?? plus(partsOf(set, type, page));
    costs.set(key, found);
    return found;
  }

  const partsOf = (set: SelectionSetNode, type: GraphQLObjectType, page: number): Cost[] =>
    set.selections
      .filter((selection) => !isLeftOut(selection))
      .map((selection) => {
        if (selection.kind === Kind.FIELD) return ofField(selection, type, page);
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
        return fragment && applies(fragment.typeCondition?.name.value, type)
          ? ofSet(fragment.selectionSet, type, page)
          : none;
      });

  const isLeftOut = (node: { readonly directives?: readonly DirectiveNode[] }): boolean =>
    getDirectiveValues(GraphQLSkipDirective, node, values)?.if === true ||
    getDirectiveValues(GraphQLIncludeDirective, node, values)?.if === false;

  function applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = schema.getType(condition);
    return isAbstractType(named) && schema.isSubType(named, type);
  }

  function ofField(node: FieldNode, parent: GraphQLObjectType, page: number): Cost {
    const field = fieldOf(node.name.value, parent);
    const weight = weightOf(parent.name, field, getArgumentValues(field, node, values), page);
    const key = node.alias ?? node.name;
    const inner = node.selectionSet
      ? ofObjects(node.selectionSet, getNamedType(field.type).name, weight.page)
      : { ...none, bytes: weight.bytes };
    const bytes = key.value.length + bytesAroundValue;
    return ofFieldNamed(key.value, { units: weight.units, bytes }, times(inner, weight.length));
  }

  /** Of an interface: its most expensive type. */
  function ofObjects(set: SelectionSetNode, typeName: string, page: number): Cost {
    const type = schema.getType(typeName);
    const types = isObjectType(type) ? [type] : isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const costs = types.map((each) => ofSet(set, each, page));
    return costs.reduce((worst, each) => (each.units > worst.units ? each : worst), none);
  }

  function fieldOf(name: string, parent: GraphQLObjectType): GraphQLField<unknown, unknown> {
    const own = parent.getFields()[name];
    if (own) return own;
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    return name === TypeMetaFieldDef.name ? TypeMetaFieldDef : TypeNameMetaFieldDef;
  }

  return rounded(ofSet(operation.selectionSet, root, 1));
}
