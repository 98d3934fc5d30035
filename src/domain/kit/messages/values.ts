/** The form of values in a message, the same in every text. */

/** Values of an entry that are texts, and those that are numbers. */
export type Texts<Name extends string> = Readonly<Record<Name, string>>;
export type Numbers<Name extends string> = Readonly<Record<Name, number>>;
export type Lists<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** An address without its secrets, from `shownUrl`: messages accept no other. */
export type ShownUrl = string & { readonly isShown: true };
export type Url = Readonly<Record<"url", ShownUrl>>;

/** A user's text in quotation marks; a long one is cut. */
export const quoted = (text: string): string =>
  JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);

export const quotedList = (texts: readonly string[]): string => texts.map(quoted).join(", ");

/** Thousands are grouped as usual in the language. The first message makes the format: it takes some milliseconds. */
const numberIn = (locale: string): ((value: number) => string) => {
  let format: Intl.NumberFormat | undefined;
  return (value) => {
    if (!Number.isFinite(value)) return String(value);
    format ??= new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: "always" });
    return format.format(value);
  };
};
export const english = numberIn("en-GB");
export const italian = numberIn("it-IT");

/** Queries that list codes, with fields that help to choose one. */
const listed = {
  actions: "strategies { nodes { actions { nodes { code name { it } } } } }",
  areas: "areas { nodes { code name } }",
  centres: "centres { nodes { code name } }",
  dataQualityIssues: "dataQualityIssues { nodes { code rule } }",
  expenditures: "strategies { nodes { expenditures { nodes { code } } } }",
  importRuns: "importRuns { nodes { code status startedAt } }",
  indicators: "indicators { nodes { code name { it } } }",
  locations: "locations { nodes { code } }",
  organizations: "organizations { nodes { code name } }",
  partnerships: "partnerships { nodes { code name { it } } }",
  services: "services { nodes { code name { it } } }",
  servicesAtLocation: "services { nodes { locations { code } } }",
  sourceRefs: "sources { nodes { code title } }",
  strategies: "strategies { nodes { code name { it } } }",
  taxonomyTerms: "taxonomyTerms { nodes { code name { it } } }",
};
export type Listed = keyof typeof listed;

/** The query that lists the codes. */
export const lookUp = (list: Listed, argument = ""): string =>
  `{ ${listed[list].replace(" ", `${argument} `)} }`;

/** The lists of HSDS by the names of their tables. */
export const hsdsLists: Readonly<Record<string, string>> = {
  location: "locations",
  organization: "organizations",
  service: "services",
  service_at_location: "service_at_locations",
  taxonomy: "taxonomies",
  taxonomy_term: "taxonomy_terms",
};
