import type { GraphiQLProps } from "graphiql";
import type { Example } from "./examples";
import type { ShareLink } from "./share-link";

/** The first query that a newcomer sees. It queries the schema itself, so it runs on any version of the hub. */
export const welcomeQuery = `# Welcome to Vicinato, the data hub of the neighbourhood.
# Press ▶ (or Ctrl-Enter) to run this query: it lists what you can ask.
# More are under "Examples" on the left; Ctrl-Space suggests fields.
#
# Benvenuti: premi ▶ (o Ctrl-Invio) per vedere che cosa si può chiedere.

query Welcome {
  __schema {
    queryType {
      fields {
        name
        description
      }
    }
  }
}
`;

/** More tabs do not fit the width of a laptop; the examples pane lists all. */
const maxExampleTabs = 5;

/** The tabs that GraphiQL opens; those of an earlier visit take precedence over `defaultTabs`. */
export type Opening = Pick<GraphiQLProps, "defaultTabs" | "initialQuery" | "initialVariables">;

/** A link opens as the first tab, otherwise the welcome does; the first examples follow. */
export function opening(link: ShareLink | null, examples: readonly Example[]): Opening {
  const exampleTabs = examples.slice(0, maxExampleTabs);
  if (link === null) return { defaultTabs: [{ query: welcomeQuery }, ...exampleTabs] };
  const variables = link.variables ?? "";
  return {
    defaultTabs: [{ query: link.query, variables }, ...exampleTabs],
    initialQuery: link.query,
    // Set even if empty: without it GraphiQL shows the variables of an earlier visit.
    initialVariables: variables,
  };
}
