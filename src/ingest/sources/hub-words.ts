import { type HubWords, type Owners, starterWords } from "../mapping/starter-words";
import { sources } from "./sources";

const definedBySources = (type: "indicator" | "taxonomyTerm"): Owners =>
  new Map(
    sources.flatMap(({ ref, definitions = [] }) =>
      definitions.flatMap((each) =>
        each.type === type && "code" in each.record ? [[each.record.code, [ref.code]] as const] : [],
      ),
    ),
  );

/** What the hub has without the mapping files of a folder: the data that come with it and its own sources. */
export const hubWords: HubWords = {
  ...starterWords,
  indicators: new Map([...starterWords.indicators, ...definedBySources("indicator")]),
  terms: new Map([...starterWords.terms, ...definedBySources("taxonomyTerm")]),
  sources: new Set([...starterWords.sources, ...sources.map(({ ref }) => ref.code)]),
};
