import { readFileSync } from "node:fs";
import path from "node:path";
import { createIndicatorDefinition, type IndicatorDefinition } from "../../domain/indicators/indicator";

/** Codes, each with the sources that state it: only they may define it again. */
export type Owners = ReadonlyMap<string, readonly string[]>;

/** The codes that a mapping file may name, and those that it may not define again. */
export interface HubWords {
  readonly indicators: Owners;
  /** The indicators that a mapping file may use, by code. */
  readonly definitions: ReadonlyMap<string, IndicatorDefinition>;
  readonly organizations: Owners;
  readonly terms: Owners;
  readonly sources: ReadonlySet<string>;
  readonly strategies: ReadonlySet<string>;
}

interface Coded {
  readonly code: string;
  readonly sourceCodes: readonly string[];
}

const ownersOf = (records: readonly Coded[]): Owners =>
  new Map(records.map(({ code, sourceCodes }) => [code, sourceCodes]));

function definitionsIn(records: readonly Coded[]): ReadonlyMap<string, IndicatorDefinition> {
  return new Map(
    records.map((fields) => [fields.code, createIndicatorDefinition(fields as IndicatorDefinition)]),
  );
}

/** The files with these codes in a folder of data. */
export const wordFiles = {
  indicators: "indicators.json",
  organizations: "organizations.json",
  terms: "taxonomy-terms.json",
  sources: "sources.json",
  strategies: "strategies.json",
} as const;

/** Of the folders of a hub's data. */
export function wordsOfFolders(folders: readonly string[]): HubWords {
  const recordsIn = (file: string): readonly Coded[] =>
    folders.flatMap((folder) => recordsOf(path.join(folder, file)));
  const indicators = recordsIn("indicators.json");
  return {
    indicators: ownersOf(indicators),
    definitions: definitionsIn(indicators),
    organizations: ownersOf(recordsIn("organizations.json")),
    terms: ownersOf(recordsIn("taxonomy-terms.json")),
    sources: new Set(recordsIn("sources.json").map(({ code }) => code)),
    strategies: new Set(recordsIn("strategies.json").map(({ code }) => code)),
  };
}

/** None of a file that is missing or broken: loading the data reports it. */
function recordsOf(file: string): readonly Coded[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(value) ? value.map((each) => ({ sourceCodes: [], ...each })) : [];
  } catch {
    return [];
  }
}
