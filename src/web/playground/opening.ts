import type { GraphiQLProps } from "graphiql";
import type { ShareLink } from "./share-link";
import type { Language } from "./texts";

const query = `query Welcome {
  area(code: "nil:42") {
    name
    observation(indicator: "share_65plus", period: "2024") {
      roundedValue
      numerator
      denominator
      sourceRefs {
        title
      }
    }
  }
}
`;

/**
 * The first query that a newcomer sees. It gives a real figure from the data that every hub starts with. The lines are
 * short enough for a phone.
 */
export const welcomeQueries: Readonly<Record<Language, string>> = {
  en: `# Welcome. Press ▶ to ask:
# which share of residents of
# Stadera (Milan) is over 65?
# More questions: "Examples".

${query}`,
  it: `# Benvenuti. Premere ▶:
# quale quota dei residenti
# di Stadera (Milano) è over 65?
# Altre domande in "Esempi".

${query}`,
};

export const isWelcome = (text: string): boolean => Object.values(welcomeQueries).includes(text);

/** The tab that GraphiQL opens; those of an earlier visit take precedence over `defaultTabs`. */
export type Opening = Pick<GraphiQLProps, "defaultTabs" | "initialQuery" | "initialVariables">;

/** A link opens as a tab, otherwise the welcome does. */
export function opening(link: ShareLink | null, language: Language): Opening {
  if (link === null) return { defaultTabs: [{ query: welcomeQueries[language] }] };
  const variables = link.variables ?? "";
  return {
    defaultTabs: [{ query: link.query, variables }],
    initialQuery: link.query,
    // Set even if empty: without it GraphiQL shows the variables of an earlier visit.
    initialVariables: variables,
  };
}
