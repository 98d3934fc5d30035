/** How values stand in a message: alike in every text. */

/** Values of an entry that are texts, and those that are numbers. */
export type Texts<Name extends string> = Readonly<Record<Name, string>>;
export type Numbers<Name extends string> = Readonly<Record<Name, number>>;
export type Lists<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** An address without its secrets, as `shownUrl` makes it: no other may stand in a message. */
export type ShownUrl = string & { readonly isShown: true };
export type Url = Readonly<Record<"url", ShownUrl>>;

/** A text that somebody gave, in quotation marks; of a long one the beginning. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);

export const quotedList = (texts: readonly string[]): string => texts.map(quoted).join(", ");

/** A count or a limit, with its thousands grouped as the language does. */
const numberIn = (locale: string): ((value: number) => string) => {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: "always" });
  return (value) => (Number.isFinite(value) ? format.format(value) : String(value));
};
export const english = numberIn("en-GB");
export const italian = numberIn("it-IT");

/** Where in the API a client finds a code, with the fields that help to choose. */
const listed = {
  actions: "strategies { nodes { actions { nodes { code name { it } } } } }",
  areas: "areas { nodes { code name } }",
  centres: "centres { nodes { code name } }",
  expenditures: "strategies { nodes { expenditures { nodes { code } } } }",
  importRuns: "importRuns { nodes { code status startedAt } }",
  indicators: "indicators { nodes { code name { it } } }",
  organizations: "organizations { nodes { code name } }",
  services: "services { nodes { code name { it } } }",
  sourceRefs: "sources { nodes { code title } }",
  strategies: "strategies { nodes { code name { it } } }",
  taxonomyTerms: "taxonomyTerms { nodes { code name { it } } }",
};
export type Listed = keyof typeof listed;

/** The query that answers the codes of a list. */
export const lookUp = (list: Listed, argument = ""): string =>
  `{ ${listed[list].replace(" ", `${argument} `)} }`;
