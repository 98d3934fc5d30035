import { Kind, parse } from "graphql";

/**
 * The operation to run of a text. GraphiQL learns the names in a text a moment after its change and would ask for an
 * operation of the text before. The text decides: a name that it does not have gives its first operation.
 */
export function operationNameIn(query: string, chosen: string | null | undefined): string | undefined {
  const names = operationNames(query);
  // The hub explains what is wrong with a text that has no operation.
  if (names === null) return undefined;
  return names.find((name) => name === chosen) ?? names[0];
}

function operationNames(query: string): readonly (string | undefined)[] | null {
  try {
    const { definitions } = parse(query, { noLocation: true });
    return definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
    );
  } catch {
    return null;
  }
}
