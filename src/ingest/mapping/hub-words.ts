import indicators from "../../../data/indicators.json";
import organizations from "../../../data/organizations.json";
import hubSources from "../../../data/sources.json";
import terms from "../../../data/taxonomy-terms.json";
import { sources } from "../sources/sources";

const codesOf = (records: readonly { readonly code: string }[]): ReadonlySet<string> =>
  new Set(records.map(({ code }) => code));

/** Codes that the hub has without any mapping file: of the data that come with it and of its own sources. */
export const hubWords = {
  indicators: new Set([
    ...codesOf(indicators),
    ...sources.flatMap(({ definitions = [] }) =>
      definitions.flatMap((each) => (each.type === "indicator" ? [each.record.code] : [])),
    ),
  ]) as ReadonlySet<string>,
  organizations: codesOf(organizations),
  sources: new Set([...codesOf(hubSources), ...sources.map(({ ref }) => ref.code)]) as ReadonlySet<string>,
  terms: codesOf(terms),
} as const;
