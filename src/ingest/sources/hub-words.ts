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

/** The codes of the hub without the mapping files of a folder: those of its data and of its own sources. */
export const hubWords: HubWords = {
  ...starterWords,
  indicators: new Map([...starterWords.indicators, ...definedBySources("indicator")]),
  terms: new Map([...starterWords.terms, ...definedBySources("taxonomyTerm")]),
  sources: new Set([...starterWords.sources, ...sources.map(({ ref }) => ref.code)]),
};
