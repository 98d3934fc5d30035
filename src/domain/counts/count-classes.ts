import { canonicalText } from "../kit/canonical-text";
import type { Weighted } from "../statistics/cube";
import type { CountedCentre, CountedService } from "./counted";

/** What is counted. */
export type CountSubject = "CENTRES" | "SERVICES";

export interface CountedRecords {
  readonly CENTRES: CountedCentre;
  readonly SERVICES: CountedService;
}

/** The field that each dimension looks at. Every count looks at the status. */
const fields = {
  CENTRES: { AREA: "areaCodes", KIND: "kindHistory" },
  SERVICES: {
    AREA: "areaCodes",
    CARE_DOMAIN: "careDomains",
    ORGANIZATION: "organizationCode",
    TARGET_GROUP: "targetGroupCodes",
  },
} as const satisfies Readonly<Record<CountSubject, Readonly<Record<string, string>>>>;

/** What a count that does not ask for a dimension finds in its field. */
const blank: CountedRecords = {
  CENTRES: { areaCodes: [], kindHistory: [] },
  SERVICES: { areaCodes: [], careDomains: [], organizationCode: null, targetGroupCodes: [] },
};

/** The dimensions of classes among those of a request, in a fixed order. */
export const classDimensions = (of: CountSubject, asked: readonly string[]): readonly string[] =>
  Object.keys(fields[of]).filter((dimension) => asked.includes(dimension));

/** Every set of some dimensions, from none to all of them. */
function setsOf(dimensions: readonly string[]): readonly (readonly string[])[] {
  const sets: string[][] = [[]];
  for (const dimension of dimensions) sets.push(...sets.map((set) => [...set, dimension]));
  return sets;
}

/** Every set of dimensions that a request can ask for; the last one has all. */
export const dimensionSets: Readonly<Record<CountSubject, readonly (readonly string[])[]>> = {
  CENTRES: setsOf(Object.keys(fields.CENTRES)),
  SERVICES: setsOf(Object.keys(fields.SERVICES)),
};

const fieldOf = (record: CountedCentre | CountedService, field: string): unknown =>
  (record as unknown as Readonly<Record<string, unknown>>)[field];

/** The order of codes has a meaning only for areas of a centre (it counts in the first) and for kinds. */
const inOneOrder = (of: CountSubject, value: unknown): unknown =>
  of === "SERVICES" && Array.isArray(value) ? [...value].sort() : value;

/** The class of a record: the same text for all records that are alike in these dimensions. */
export function classOf<S extends CountSubject>(
  of: S,
  dimensions: readonly string[],
  record: CountedRecords[S],
): string {
  const names: Readonly<Record<string, string>> = fields[of];
  const values = dimensions.map((dimension) => inOneOrder(of, fieldOf(record, names[dimension]!)));
  return canonicalText([record.status ?? null, ...values]);
}

/** A class as one fact with the number of its records. */
export function factOf<S extends CountSubject>(
  of: S,
  dimensions: readonly string[],
  text: string,
  count: number,
): CountedRecords[S] & Weighted {
  const names: Readonly<Record<string, string>> = fields[of];
  const [status, ...values] = JSON.parse(text) as unknown[];
  const own = Object.fromEntries(dimensions.map((dimension, i) => [names[dimension]!, values[i]]));
  return { ...blank[of], ...own, status, count } as unknown as CountedRecords[S] & Weighted;
}
