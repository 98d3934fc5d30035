import indicators from "../../../data/indicators.json";
import organizations from "../../../data/organizations.json";
import hubSources from "../../../data/sources.json";
import strategies from "../../../data/strategies.json";
import terms from "../../../data/taxonomy-terms.json";

/** Codes, each with the sources that state it: only they may define it again. */
export type Owners = ReadonlyMap<string, readonly string[]>;

/** The codes that a mapping file may name, and those that it may not define again. */
export interface HubWords {
  readonly indicators: Owners;
  readonly organizations: Owners;
  readonly terms: Owners;
  readonly sources: ReadonlySet<string>;
  readonly strategies: ReadonlySet<string>;
}

const ownersOf = (
  records: readonly { readonly code: string; readonly sourceCodes: readonly string[] }[],
): Owners => new Map(records.map(({ code, sourceCodes }) => [code, sourceCodes]));

/** Of the hub's own data. */
export const starterWords: HubWords = {
  indicators: ownersOf(indicators),
  organizations: ownersOf(organizations),
  terms: ownersOf(terms),
  sources: new Set(hubSources.map(({ code }) => code)),
  strategies: new Set(strategies.map(({ code }) => code)),
};
