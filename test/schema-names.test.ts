import { type GraphQLType, getNamedType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { buildHubSchema } from "../src/graphql/schema";

/** Each name has one meaning in the whole schema (docs/glossary.md). */
const schema = buildHubSchema();
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith("__"));

interface Element {
  readonly name: string;
  readonly path: string;
  readonly type: GraphQLType;
  readonly defaultValue?: unknown;
}

const outputs = types
  .filter((type) => isObjectType(type) || isInterfaceType(type))
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ ...field, path: `${type.name}.${field.name}` })),
  );
/** What a caller writes: arguments and fields of inputs. */
const inputs: readonly Element[] = [
  ...outputs.flatMap(({ args, path }) => args.map((arg) => ({ ...arg, path: `${path}(${arg.name})` }))),
  ...types
    .filter(isInputObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ ...field, path: `${type.name}.${field.name}` })),
    ),
];
const all: readonly Element[] = [...inputs, ...outputs];

/** To be emptied when counts and indicators are renamed. */
const unfinished: ReadonlySet<string> = new Set([
  "AreaSeries.noComparison",
  "Query.aggregate",
  "Query.aggregate(level)",
  "Query.centreTotals(level)",
  "Query.indicatorMap",
  "Query.ratios",
  "Query.serviceTotals(level)",
  "SeriesPoint.noChange",
]);

/** Elements of a name that have another type. */
const strangers = (elements: readonly Element[], name: string, ...typeNames: readonly string[]): string[] =>
  elements
    .filter((each) => each.name === name && !typeNames.includes(getNamedType(each.type).name))
    .map(({ path }) => path);

test.each([
  ["after", "String"],
  ["asOf", "DateTime"],
  ["at", "DateTime"],
  ["on", "PartialDate"],
  ["period", "PartialDate", "CentreKindPeriod"],
])("%s is of type %s everywhere", (name, ...typeNames) => {
  expect(all.filter((each) => each.name === name)).not.toEqual([]);
  expect(strangers(all, name, ...typeNames)).toEqual([]);
});

test.each(["from", "to"])("%s in a request is an instant, but where it names a merged record", (name) => {
  const others = strangers(inputs, name, "DateTime").filter((path) => !/\bmerge/i.test(path));
  expect(others).toEqual([]);
});

test("an instant or a day has no other name", () => {
  const known =
    /^(actualDate|asOf|at|forecastDate|from|lastVerified|on|openAt|periods?|plannedDate|since|statusDate|to|updatedAt|updatedSince|validFrom|validTo)$/;
  const dates = inputs.filter(({ type }) => ["DateTime", "PartialDate"].includes(getNamedType(type).name));
  expect(dates.filter(({ name }) => !known.test(name)).map(({ path }) => path)).toEqual([]);
});

test("a field has at most five arguments; a question with more takes one input", () => {
  const long = outputs.filter(({ args, path }) => args.length > 5 && !unfinished.has(path));
  // The filter of search stands in its arguments since before it had statuses.
  expect(long.map(({ path }) => path)).toEqual(["Query.search"]);
  const besideInput = outputs.filter(
    ({ args }) => args.length > 1 && args.some(({ name }) => name === "input"),
  );
  expect(besideInput.map(({ path }) => path)).toEqual([]);
});

test("a name has one default, wherever it has one", () => {
  const defaults = new Map<string, Map<string, string[]>>();
  for (const { name, type, defaultValue, path } of inputs) {
    if (defaultValue === undefined || defaultValue === null || unfinished.has(path)) continue;
    // Enumerations of the same name, such as the orders of two lists, have their own values.
    const key = `${name}: ${getNamedType(type).name}`;
    const values = defaults.get(key) ?? new Map<string, string[]>();
    defaults.set(key, values);
    const value = JSON.stringify(defaultValue);
    values.set(value, [...(values.get(value) ?? []), path]);
  }
  expect(defaults.size).toBeGreaterThan(10);
  const several = [...defaults].filter(([, values]) => values.size > 1);
  expect(several.map(([key, values]) => [key, [...values]])).toEqual([]);
});

test.each([
  ["level: AreaLevel", "NEIGHBOURHOOD"],
  ["walkingSpeedKmh: Float", 3.5],
  ["detourFactor: Float", 1.3],
  ["population: String", "residents"],
  ["residentsIndicator: String", "residents"],
  ["minimumDenominator: Int", 20],
  ["minimumResidents: Int", 700],
  ["first: Int", 20],
])("the default of %s is %p", (key, value) => {
  const [name, typeName] = key.split(": ");
  const found = inputs.filter(
    (each) => each.name === name && getNamedType(each.type).name === typeName && each.defaultValue != null,
  );
  const others = found.filter(({ defaultValue, path }) => defaultValue !== value && !unfinished.has(path));
  expect(found).not.toEqual([]);
  expect(others.map(({ path }) => path)).toEqual([]);
});

/** The name in use for each meaning: reason, note, method, suppressed, the times above, one filter for a list. */
const banned =
  /^(noChange|noComparison|notice|uncertainty|caveat|withheld|isSuppressed|kindsOn|time|moment|instant)$/;

test("no element has a second name for a meaning", () => {
  const found = all.filter(({ name, path }) => banned.test(name) && !unfinished.has(path));
  expect(found.map(({ path }) => path)).toEqual([]);
  expect(types.map(({ name }) => name).filter((name) => /OfAreaFilter$|^Measured$/.test(name))).toEqual([]);
});
