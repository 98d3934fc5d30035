import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { buildHubSchema } from "../../../src/graphql/schema";
import { startHub, type TestHub } from "../../support/hub";

const schema = buildHubSchema();

/** Where an argument, or a field of an input object, takes a text. */
interface Place {
  readonly owner: string;
  readonly field: string;
  /** For example `filter.area`. */
  readonly path: string;
  readonly description: string;
  /** The arguments of the field with this text at the place. */
  readonly given: (text: string) => string;
}

type Input = GraphQLArgument | GraphQLInputField;

/** A value that the field needs beside the text. */
const beside: Readonly<Record<string, string>> = {
  area: '"nil:42"',
  areas: '["nil:42", "nil:30"]',
  dimension: "AREA",
  fromVersion: '"factsheet"',
  groupBy: "[]",
  indicator: '"share_65plus"',
  indicators: '["share_65plus", "residents"]',
  per: '"residents"',
  measures: "[CENTRES]",
  on: '"2026-11-22"',
  strategy: '"mi-over-net"',
  toVersion: '"factsheet"',
};
const ofType: Readonly<Record<string, string>> = {
  DateTime: '"2026-11-22T10:00:00Z"',
  Float: "1",
  GeoPointInput: "{ latitude: 45.43, longitude: 9.17 }",
  Int: "1",
  PartialDate: '"2024"',
  String: '"x"',
};

function literal(input: Input, value: string): string {
  let { type }: { type: GraphQLInputType } = input;
  let written = value;
  while (!isLeafType(type) && !isInputObjectType(type)) {
    if (isListType(type)) written = `[${written}]`;
    type = type.ofType;
  }
  return `${input.name}: ${written}`;
}

function sample(input: Input): string {
  const known = beside[input.name];
  if (known && isLeafType(getNamedType(input.type))) return `${input.name}: ${known}`;
  const type = getNamedType(input.type);
  if (input.name === "indicators" && isInputObjectType(type))
    return 'indicators: [{ indicator: "share_65plus", polarity: HIGHER_IS_WORSE }, { indicator: "residents", polarity: HIGHER_IS_WORSE }]';
  if (isEnumType(type)) return literal(input, type.getValues()[0]!.name);
  if (!isInputObjectType(type)) return literal(input, ofType[type.name]!);
  return literal(input, ofType[type.name] ?? `{ ${neededOf(Object.values(type.getFields()))} }`);
}

const isList = ({ type }: Input): boolean => type.toString().startsWith("[");

const neededOf = (inputs: readonly Input[], but?: Input): string =>
  inputs
    .filter((each) => each !== but && isNonNullType(each.type) && each.defaultValue === undefined)
    .map(sample)
    .join(", ");

/** Every text within some inputs. */
function textsIn(inputs: readonly Input[]): Pick<Place, "path" | "description" | "given">[] {
  return inputs.flatMap((input) => {
    const type = getNamedType(input.type);
    const whole = (value: string) =>
      [literal(input, value), neededOf(inputs, input)].filter((each) => each !== "").join(", ");
    if (type.name === "String" || type.name === "ID")
      return [
        {
          path: input.name,
          description: input.description ?? "",
          // Some lists have at least two codes.
          given: (text: string) => whole(isList(input) ? `"${text}", "nor-this"` : `"${text}"`),
        },
      ];
    if (!isInputObjectType(type)) return [];
    const inList = isList(input) ? "[0]" : "";
    return textsIn(Object.values(type.getFields())).map(({ path, description, given }) => ({
      path: `${input.name}${inList}.${path}`,
      description,
      given: (text: string) => whole(`{ ${given(text)} }${inList && `, { ${given("nor-this")} }`}`),
    }));
  });
}

const places: readonly Place[] = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type))
  .filter(({ name }) => name !== "Mutation" && !name.startsWith("__"))
  .flatMap((type) =>
    Object.values(type.getFields()).flatMap((field) =>
      textsIn(field.args).map((text) => ({ ...text, owner: type.name, field: field.name })),
    ),
  );

const labelOf = ({ owner, field, path }: Place): string => `${owner}.${field}(${path})`;

/** Descriptions of texts that name no record. */
const noCode =
  /^(Cursor|Global id|Identifier in|Language|Name (chosen|of the (index|operation))|Register|Search words|Text|The operation|Vocabulary|Codes of the selected groups)/;

const named = places.filter((place) => !noCode.test(place.description));

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ starter: true });
});

/** How to reach a record of each type with such a field. */
const reached: Readonly<Record<string, string>> = {
  Area: 'area(code: "nil:42")',
  IndicatorDefinition: 'indicator(code: "share_65plus")',
  Organization: 'organization(code: "comune-milano")',
  Strategy: 'strategy(code: "mi-over-net")',
};

function queryOf(place: Place, text: string): string {
  const { owner, field, given } = place;
  const type = schema.getType(owner);
  if (!isObjectType(type)) throw new Error(owner);
  const selected = isLeafType(getNamedType(type.getFields()[field]!.type)) ? "" : " { __typename }";
  // A version of the budget needs a plan, and that its strategy.
  const whole = /budgetVersion$/.test(place.path)
    ? given(text).replace("[CENTRES]", '[PLAN], strategy: "mi-over-net"')
    : given(text);
  const asked = `${field}(${whole})${selected}`;
  return owner === "Query" ? `{ ${asked} }` : `{ ${reached[owner]} { ${asked} } }`;
}

test("the schema has arguments with codes in every capability, on roots, records and inputs", () => {
  expect(named.map(labelOf)).toEqual(
    expect.arrayContaining([
      "Query.centre(code)",
      "Query.centres(filter.kinds)",
      "Query.nearestCentres(input.filter.area)",
      "Query.access(input.whatIf.close)",
      "Area.centres(filter.strategy)",
      "Strategy.actions(area)",
    ]),
  );
});

test.each(named.map((place) => ({ name: labelOf(place), place })))(
  "$name: a code that does not exist is UNKNOWN_CODE with the nearest codes",
  async ({ place }) => {
    const { data, errors } = await hub.ask(queryOf(place, "no-such-code"));
    expect(errors).toMatchObject([
      {
        path: expect.arrayContaining([place.field]),
        extensions: {
          code: "UNKNOWN_CODE",
          where: expect.any(String),
          suggestions: expect.any(Array),
          hint: expect.any(String),
          hintIt: expect.any(String),
        },
      },
    ]);
    // Exactly the place, or the list that contains it. Errors name it from `input` down.
    const path = place.path.replace(/^input\./, "");
    expect(path.startsWith(String(errors![0]!.extensions!.where))).toBe(true);
    expect(data?.[place.field] ?? null).toBeNull();
    // The starter data have none of these.
    const isEmpty = /importRun|dataQualityIssue|^service$/.test(place.field) && place.path === "code";
    expect((errors![0]!.extensions!.suggestions as unknown[]).length > 0).toBe(!isEmpty);
  },
);
