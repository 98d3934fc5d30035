import type { GraphiQLProps } from "graphiql";
import welcome from "../../../data/playground/welcome.json";
import type { ShareLink } from "../kit/share-link";
import type { Language } from "./texts";

/**
 * The first query that a newcomer sees. It gives a real figure from the data that the hub starts with: the city
 * decides which. The lines are short enough for a phone.
 */
export const welcomeQueries: Readonly<Record<Language, string>> = {
  en: `${welcome.comment.en}\n${welcome.query}`,
  it: `${welcome.comment.it}\n${welcome.query}`,
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
