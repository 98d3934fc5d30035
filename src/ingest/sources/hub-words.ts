import type { Source } from "../kit/source";
import type { HubWords, Owners } from "../mapping/starter-words";

const definedBy = (sources: readonly Source[], type: "indicator" | "taxonomyTerm"): Owners =>
  new Map(
    sources.flatMap(({ ref, definitions = [] }) =>
      definitions.flatMap((each) =>
        each.type === type && "code" in each.record ? [[each.record.code, [ref.code]] as const] : [],
      ),
    ),
  );

/** The codes of a hub without the mapping files of a folder: those of its data and of its own sources. */
export const withDefinitions = (words: HubWords, sources: readonly Source[]): HubWords => ({
  ...words,
  definitions: new Map([
    ...words.definitions,
    ...sources.flatMap(({ definitions = [] }) =>
      definitions.flatMap((each) =>
        each.type === "indicator" ? [[each.record.code, each.record] as const] : [],
      ),
    ),
  ]),
  indicators: new Map([...words.indicators, ...definedBy(sources, "indicator")]),
  terms: new Map([...words.terms, ...definedBy(sources, "taxonomyTerm")]),
  sources: new Set([...words.sources, ...sources.map(({ ref }) => ref.code)]),
});
