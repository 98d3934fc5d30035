import type { TestHub } from "./hub";
import type { KnownCodes } from "./random-operations";

interface Lists {
  readonly [list: string]: { readonly nodes: readonly { readonly code: string }[] };
}

/** Codes of some records of every entity that arguments of queries name, asked from the hub. */
export async function knownCodes({ ask }: Pick<TestHub, "ask">): Promise<KnownCodes> {
  const { data, errors } = await ask<Lists>(`{
    neighbourhoods: areas(first: 100) { nodes { code } }
    areas(filter: { level: DISTRICT }) { nodes { code } }
    cities: areas(filter: { level: CITY }) { nodes { code } }
    centres(first: 100) { nodes { code } }
    services { nodes { code } }
    organizations(first: 100) { nodes { code } }
    partnerships { nodes { code } }
    locations(first: 100) { nodes { code } }
    indicators(first: 100) { nodes { code } }
    sources(first: 50) { nodes { code } }
    strategies { nodes { code actions { nodes { code } } } }
    taxonomyTerms(first: 100) { nodes { code } }
    dataQualityIssues { nodes { code } }
    importRuns { nodes { code } }
  }`);
  if (!data) throw new Error(errors?.[0]?.message);
  const of = (list: string): readonly string[] => data[list]!.nodes.map(({ code }) => code);
  const terms = (taxonomy: string): readonly string[] =>
    of("taxonomyTerms").filter((code) => code.startsWith(`${taxonomy}:`));
  const areas = [...of("neighbourhoods"), ...of("areas")];
  const strategies = data.strategies as unknown as {
    readonly nodes: readonly { readonly actions: { readonly nodes: readonly { readonly code: string }[] } }[];
  };
  return {
    area: areas,
    areas,
    indicator: of("indicators"),
    indicators: of("indicators"),
    per: of("indicators"),
    population: ["residents", "residents_65plus"],
    residentsIndicator: ["residents"],
    strategy: of("strategies"),
    source: of("sources"),
    organization: of("organizations"),
    city: of("cities"),
    codes: areas,
    kind: terms("centre-kind"),
    kinds: terms("centre-kind"),
    serviceType: terms("service-type"),
    targetGroup: terms("target-group"),
    parent: of("taxonomyTerms"),
    taxonomy: ["centre-kind", "service-type", "target-group"],
    close: of("centres"),
    language: ["it", "en"],
    "Query.action": strategies.nodes.flatMap(({ actions }) => actions.nodes.map(({ code }) => code)),
    "Query.area": areas,
    "Query.centre": of("centres"),
    "Query.dataQualityIssue": of("dataQualityIssues"),
    "Query.importRun": of("importRuns"),
    "Query.indicator": of("indicators"),
    "Query.location": of("locations"),
    "Query.organization": of("organizations"),
    "Query.partnership": of("partnerships"),
    "Query.service": of("services"),
    "Query.source": of("sources"),
    "Query.strategy": of("strategies"),
    "Query.search": ["assistenza anziani", "via", "custode sociale", "casa", "biblioteca", "Chiesa Rossa"],
    "Query.costOf": ["{ areas { nodes { code centres { nodes { code } } } } }"],
  };
}
