import { type ASTNode, type DocumentNode, Kind, visit } from "graphql";
import { Bail } from "./bail";

/** Whether arguments have a variable, also within lists and input objects. */
export const usesVariables = (nodes: readonly ASTNode[] = []): boolean =>
  nodes.some((node) => variablesIn(node).size > 0);

/**
 * Names of the variables that decide which fields a document selects.
 * @throws Bail for another directive than `@skip` and `@include`.
 */
export function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    // Directives of a definition of a variable or an operation decide nothing.
    Directive(directive) {
      if (directive.name.value !== "skip" && directive.name.value !== "include") throw new Bail("directive");
      for (const name of variablesIn(directive)) names.add(name);
    },
  });
  return [...names];
}

function variablesIn(node: ASTNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(node, {
    [Kind.VARIABLE]({ name }) {
      names.add(name.value);
    },
  });
  return names;
}
