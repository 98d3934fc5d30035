import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type NamedTypeNode,
  type SelectionSetNode,
  typeFromAST,
} from "graphql";

/** What the selections of an operation depend on. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Values of the variables in `@skip` and `@include`. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

/**
 * The fields that some selection sets select of an object, by key of the answer: `collectFields` and `collectSubfields` of
 * graphql-js, which its package does not export.
 */
export function collectFields(
  of: Selecting,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): Map<string, FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  const seen = new Set<string>();

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const name = selection.name.value;
        if (seen.has(name) || isLeftOut(selection, of)) continue;
        seen.add(name);
        const fragment = of.fragments[name];
        if (fragment && applies(fragment, type, of)) collect(fragment.selectionSet);
        continue;
      }
      if (isLeftOut(selection, of)) continue;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection, type, of)) collect(selection.selectionSet);
        continue;
      }
      const key = (selection.alias ?? selection.name).value;
      const same = fields.get(key);
      if (same === undefined) fields.set(key, [selection]);
      else same.push(selection);
    }
  }

  for (const set of sets) collect(set);
  return fields;
}

const isLeftOut = (
  node: { readonly directives?: readonly DirectiveNode[] },
  { conditions }: Selecting,
): boolean =>
  getDirectiveValues(GraphQLSkipDirective, node, conditions)?.if === true ||
  getDirectiveValues(GraphQLIncludeDirective, node, conditions)?.if === false;

function applies(
  { typeCondition }: { readonly typeCondition?: NamedTypeNode | undefined },
  type: GraphQLObjectType,
  { schema }: Selecting,
): boolean {
  if (!typeCondition) return true;
  const condition = typeFromAST(schema, typeCondition);
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}
