import { mappingError } from "./mapping-fault";
import type { ParsedMapping } from "./parse-mapping";

export const isMappingFile = (name: string): boolean => /\.mapping\.(?:ya?ml|json)$/i.test(name);

/**
 * Mapping files that are used together, boundaries first: places need them.
 * @throws HubError BAD_USER_INPUT if two of them define the same code.
 */
export function mappingSet(parsed: readonly ParsedMapping[]): readonly ParsedMapping[] {
  checkOnce(parsed);
  const givesAreas = ({ mapping }: ParsedMapping): boolean =>
    mapping.records.some(({ type }) => type === "area");
  return [...parsed.filter(givesAreas), ...parsed.filter((each) => !givesAreas(each))];
}

/** Each source, and each definition, belongs to one mapping file. */
function checkOnce(all: readonly ParsedMapping[]): void {
  const owners = new Map<string, string>();
  for (const { mapping, file, lineOf } of all) {
    const own = [
      { code: `source ${mapping.source.code}`, path: ["source", "code"] },
      ...(["indicators", "organizations", "terms"] as const).flatMap((section) =>
        mapping[section].map(({ code }, i) => ({ code: `${section} ${code}`, path: [section, i, "code"] })),
      ),
    ];
    for (const { code, path: place } of own) {
      const owner = owners.get(code);
      if (owner !== undefined) {
        const message = `is ${code.split(" ")[1]}, which ${owner} defines too`;
        const hint = "Choose another code, or define it in one file only.";
        throw mappingError(file, [{ path: place, message, hint, line: lineOf(place) }]);
      }
      owners.set(code, file);
    }
  }
}
