import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { HubError } from "../../domain/kit/errors";
import { definitionsOf } from "./definitions";
import type { Mapping } from "./mapping.schema";
import { mappingError } from "./mapping-fault";
import { checkedMapping, type ParsedMapping } from "./parse-mapping";
import type { HubWords, Owners } from "./starter-words";

export const isMappingFile = (name: string): boolean => /\.mapping\.(?:ya?ml|json)$/i.test(name);

/** A mapping file that cannot be used, with the error that names its faults. */
export interface FaultyMapping {
  readonly file: string;
  readonly error: HubError;
}

/**
 * Mapping files that are used together, boundaries first: places need them. A file may name terms and organisations that
 * another one defines. A faulty file leaves the others as they are, but for those that name its definitions.
 */
export function mappingSet(read: readonly ParsedMapping[], hub: HubWords) {
  const { sound, faulty } = soundOf(likeOthers(withoutTwins(read)), hub);
  const givesAreas = ({ mapping }: ParsedMapping): boolean =>
    mapping.records.some(({ type }) => type === "area");
  return { mappings: [...sound.filter(givesAreas), ...sound.filter((each) => !givesAreas(each))], faulty };
}

interface Sorted {
  readonly sound: readonly ParsedMapping[];
  readonly faulty: readonly FaultyMapping[];
}

/** Runs a check for each file; one with an error is faulty. */
export function sortOut<In, Out>(
  all: readonly In[],
  nameOf: (each: In) => string,
  check: (each: In) => Out,
): { readonly sound: readonly Out[]; readonly faulty: readonly FaultyMapping[] } {
  const [sound, faulty]: [Out[], FaultyMapping[]] = [[], []];
  for (const each of all)
    try {
      sound.push(check(each));
    } catch (error) {
      if (!(error instanceof HubError)) throw error;
      faulty.push({ file: nameOf(each), error });
    }
  return { sound, faulty };
}

const fileOf = ({ file }: ParsedMapping): string => file;

/** Files that are like another one get all of it but source and file. */
function likeOthers({ sound: all, faulty }: Sorted): Sorted {
  const resolved = sortOut(all, fileOf, (each) => {
    const { like, source, file } = each.mapping;
    if (like === undefined) return each;
    const model = all.find(
      ({ mapping }) => mapping.source.code === like && mapping.like === undefined,
    )?.mapping;
    if (model !== undefined)
      return { ...each, mapping: { ...model, like, source, file, needs: [...model.needs, like] } };
    const message = `is ${like}, which no mapping file beside this one describes by itself`;
    const fault = {
      path: ["like"],
      message,
      hint: "Correct the code, or give records.",
      line: each.lineOf(["like"]),
    };
    throw mappingError(each.file, [fault]);
  });
  return { sound: resolved.sound, faulty: [...faulty, ...resolved.faulty] };
}

/** Again without the faulty ones, until none is left: what they define does not exist. */
function soundOf({ sound: all, faulty: before }: Sorted, hub: HubWords): Sorted {
  const { sound, faulty } = sortOut(all, fileOf, (each) => checkedMapping(each, withThose(all, each, hub)));
  const found = [...before, ...faulty];
  return faulty.length === 0 ? { sound, faulty: found } : soundOf({ sound, faulty: found }, hub);
}

/** The words of the hub with those that the other files define. */
function withThose(all: readonly ParsedMapping[], own: ParsedMapping, hub: HubWords): HubWords {
  const others = all.filter((each) => each !== own);
  const more = (section: "organizations" | "terms", known: Owners): Owners =>
    new Map([
      ...others.flatMap(({ mapping }) =>
        mapping[section].map(({ code }) => [code, [mapping.source.code]] as const),
      ),
      ...known,
    ]);
  const definitions = new Map([
    ...others.flatMap(({ mapping }) => indicatorsIn(mapping).map((each) => [each.code, each] as const)),
    ...hub.definitions,
  ]);
  return {
    ...hub,
    definitions,
    organizations: more("organizations", hub.organizations),
    terms: more("terms", hub.terms),
  };
}

/** None of a file whose definitions are faulty: it is reported by itself. */
function indicatorsIn(mapping: Mapping): IndicatorDefinition[] {
  try {
    return definitionsOf({ ...mapping, borrowed: [] })
      .map(({ create }) => create())
      .flatMap((each) => (each.type === "indicator" ? [each.record] : []));
  } catch {
    return [];
  }
}

/** Each source, and each definition, belongs to one mapping file: of two that state one, neither may rename it. */
function withoutTwins(all: readonly ParsedMapping[]): Sorted {
  const owners = new Map<string, string[]>();
  for (const each of all)
    for (const { id } of ownCodes(each)) owners.set(id, [...(owners.get(id) ?? []), each.file]);
  return sortOut(all, fileOf, (each) => {
    const { file, lineOf } = each;
    const faults = ownCodes(each).flatMap(({ id, code, path }) => {
      const other = owners.get(id)!.find((name) => name !== file);
      if (other === undefined) return [];
      const hint = "Define it in one file only; the other may use it, or choose another code.";
      return [{ path, message: `is ${code}, which ${other} defines too`, hint, line: lineOf(path) }];
    });
    if (faults.length > 0) throw mappingError(file, faults);
    return each;
  });
}

const ownCodes = ({ mapping }: ParsedMapping) => [
  { id: `source ${mapping.source.code}`, code: mapping.source.code, path: ["source", "code"] },
  ...(["indicators", "organizations", "terms"] as const).flatMap((section) =>
    mapping[section].map(({ code }, i) => ({ id: `${section} ${code}`, code, path: [section, i, "code"] })),
  ),
];
