import type { Mapping } from "./mapping.schema";
import { faultUnless, type MappingFault } from "./mapping-fault";
import type { HubWords } from "./starter-words";

type Path = MappingFault["path"];

/** What a code in a mapping file can name: records of the hub and those that the file defines in a section. */
export interface Known {
  readonly what: string;
  readonly section: "indicators" | "organizations" | "partnerships" | "services" | "terms";
  readonly codes: ReadonlySet<string>;
}

export function knownCodes(mapping: Mapping, hub: HubWords) {
  const known = (what: string, section: Known["section"], ofHub: Iterable<string> = []): Known => ({
    what,
    section,
    codes: new Set([...ofHub, ...mapping[section].map(({ code }) => code)]),
  });
  return {
    indicators: known(
      "indicator",
      "indicators",
      mapping.uses.filter((code) => hub.definitions.has(code)),
    ),
    organizations: known("organisation", "organizations", hub.organizations.keys()),
    partnerships: known("partnership", "partnerships"),
    services: known("service", "services"),
    terms: known("term", "terms", hub.terms.keys()),
  };
}

export type KnownCodes = ReturnType<typeof knownCodes>;

export function checkCode(code: string | null, path: Path, { what, section, codes }: Known): MappingFault[] {
  const some = [...codes].sort().slice(0, 30).join(", ");
  return faultUnless(
    code === null || codes.has(code),
    path,
    `names the ${what} ${code}, which does not exist`,
    `Define it under ${section}${section === "indicators" ? ", or name it under uses if the hub has it" : ""}${some && `, or use one of: ${some}`}.`,
  );
}

/** A value that is one of several codes. */
interface Choice {
  readonly constant?: string;
  readonly map?: Readonly<Record<string, string | null>>;
}

/** Every code that a choice can give. */
export const codesOfChoice = ({ constant, map = {} }: Choice): string[] =>
  [constant, ...Object.values(map)].flatMap((code) => code ?? []);

export function checkChoice(choice: Choice, path: Path, known: Known): MappingFault[] {
  if (choice.constant !== undefined) return checkCode(choice.constant, [...path, "constant"], known);
  return Object.entries(choice.map ?? {}).flatMap(([word, code]) =>
    checkCode(code, [...path, "map", word], known),
  );
}
