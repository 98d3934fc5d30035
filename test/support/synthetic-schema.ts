import {
  buildSchema,
  defaultFieldResolver,
  type GraphQLEnumType,
  type GraphQLFieldResolver,
  type GraphQLScalarType,
  type GraphQLSchema,
  isAbstractType,
  isInputObjectType,
  isObjectType,
} from "graphql";

const sdl = /* GraphQL */ `
  scalar Moment
  scalar Any
  enum Colour { RED GREEN BLUE }
  input Filter { colour: Colour = GREEN, numbers: [Int!] = [1, 2], text: String, inner: Filter, needed: Boolean! = true }
  interface Named { name: String! }
  interface Placed implements Named { name: String!, ratio: Float }
  union Thing = Place | Person | Box
  type Place implements Named & Placed {
    code: ID! name: String! count: Int ratio: Float open: Boolean colour: Colour colours: [Colour!] moment: Moment any: Any
    texts: [String]! parent: Place children(first: Int = 2): [Place!] boxes: [[Box!]] thing: Thing things: [Thing!]!
    computed(colour: Colour = RED, scale: Float! = 2): Float echo(filter: Filter, texts: [String!], id: ID, moment: Moment): String
    method(times: Int = 3): Int named: Named
  }
  type Person implements Named { name: String! age: Int! friend: Person likes: [Thing] }
  type Box implements Named & Placed { name: String! ratio: Float size: Int inner: Box lists: [[[Int]!]!] owner: Person! }
  type Query {
    place(code: ID!, deep: Boolean): Place places(first: Int! = 4, filter: Filter): [Place!]! placed: [Placed] thing(index: Int): Thing
    things(colours: [Colour!] = [RED, BLUE]): [Thing!] named(index: Int = 1): Named! matrix: [[Float]!] count: Int! everything: [[Thing]]
    iterable: [Box!]
  }
`;

/** What a drill of failing resolvers does to a field instead of resolving it. */
export type Fault = (field: string, source: unknown, args: unknown) => unknown;

export const noFault = Symbol("no fault");
/** The field is resolved later. */
export const late = Symbol("late");

interface Thing {
  readonly __typename: string;
  readonly id: number;
}

const texts = [
  "",
  "plain",
  'a "quote"',
  "line\nbreak",
  "caffè",
  "😀",
  "\ud800 alone",
  "back\\slash",
  "\u2028",
  "</script>",
];
const numbers = [0, -0, 1, -7, 2 ** 31 - 1, 1.5, 1e21, 1e-7, -2.5e-10, 123456789.125];
const moments = ["2026-09-28T10:00:00Z", "2024-02-29T23:59:59.5Z"];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

const place = (id: number): Thing & Record<string, unknown> => ({
  __typename: "Place",
  id,
  code: id % 3 === 0 ? id : `place:${id}`,
  name: at(texts, id),
  count: id % 4 === 0 ? null : Math.trunc(at(numbers, id) % 1000),
  ratio: id % 5 === 0 ? undefined : at(numbers, id),
  open: at([true, false, null, 1], id),
  colour: at(["red", 2, "blue", null], id),
  colours: at([["red", "blue"], [], null], id),
  moment: at([...moments, new Date(1_700_000_000_000)], id),
  any: at([null, { a: [1, { b: "x" }] }, "text", [], 5, false, { toJSON: () => "own" }], id),
  texts: [at(texts, id), null, at(texts, id + 3)],
  method: ({ times }: { times: number | null }) => (times === null ? null : times * id),
});
const person = (id: number) => ({ __typename: "Person", id, name: at(texts, id + 1), age: id });
const box = (id: number) => ({
  __typename: "Box",
  id,
  name: at(texts, id + 2),
  ratio: at(numbers, id),
  size: id % 2 ? id : null,
  lists: at([[[[1, null], []], [[2]]], [], null], id),
});
const thing = (id: number): Thing => at([place, person, box], id)(id);

const idOf = (source: unknown): number => (source as Thing | undefined)?.id ?? 0;
const some = (count: number, from: number, make: (id: number) => object) =>
  Array.from({ length: Math.max(0, Math.min(count, 6)) }, (_, i) => make(from + i));

/** Values of the enum within the schema. */
const colours: Readonly<Record<string, unknown>> = { RED: "red", GREEN: 2, BLUE: "blue" };

type Resolvers = Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>>;

const resolvers: Resolvers = {
  "Place.parent": (source) => (idOf(source) % 3 === 0 ? null : place(idOf(source) + 1)),
  "Place.children": (source, { first }) => some(first ?? 1, idOf(source) + 1, place),
  "Place.boxes": (source) => [some(2, idOf(source), box), null, []],
  "Place.thing": (source) => thing(idOf(source) + 2),
  "Place.things": (source) => some(3, idOf(source), thing),
  "Place.computed": (source, { colour, scale }) => (colour === "red" ? scale * idOf(source) : null),
  "Place.echo": (_, args) => JSON.stringify(args),
  "Place.named": (source) => at([box, person], idOf(source))(idOf(source)),
  "Person.friend": (source) => (idOf(source) % 2 ? person(idOf(source) + 1) : null),
  "Person.likes": (source) => [thing(idOf(source) + 1), null],
  "Box.inner": (source) => box(idOf(source) + 1),
  "Box.owner": (source) => person(idOf(source)),
  "Query.place": (_, { code, deep }) => (deep ? place(code.length) : code === "none" ? null : place(7)),
  "Query.places": (_, { first, filter }) => some(first, filter?.numbers?.length ?? 1, place),
  "Query.placed": () => [place(2), box(3), null],
  "Query.thing": (_, { index }) => thing(index ?? 0),
  "Query.things": (_, { colours }) => colours && some(colours.length, 3, thing),
  "Query.named": (_, { index }) => thing(index ?? 4),
  "Query.matrix": () => [[1, 0.5, null], [], [-0]],
  "Query.count": () => 42,
  "Query.everything": () => [some(4, 1, thing), null],
  "Query.iterable": () => new Set(some(2, 1, box)),
};

/** A schema with everything that a query can have, whose resolvers are synchronous and pure, unless a fault takes their place. */
export function syntheticSchema(fault?: Fault): GraphQLSchema {
  const schema = buildSchema(sdl);
  const colour = schema.getType("Colour") as GraphQLEnumType;
  for (const value of colour.getValues()) value.value = colours[value.name];
  const inColours = (given: unknown): unknown =>
    Array.isArray(given) ? given.map(inColours) : (colours[given as string] ?? given);
  (schema.getType("Moment") as GraphQLScalarType).serialize = (value) => {
    const date = new Date(value as string);
    if (Number.isNaN(date.getTime())) throw new TypeError("no moment");
    return date;
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith("__")) continue;
    if (isAbstractType(type) && type.name !== "Placed")
      type.resolveType = (value) => (value as Thing).__typename;
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) field.defaultValue = inColours(field.defaultValue);
    if (!isObjectType(type)) continue;
    if (type.name === "Box") type.isTypeOf = (value) => (value as Thing).__typename === "Box";
    for (const [name, field] of Object.entries(type.getFields())) {
      const key = `${type.name}.${name}`;
      for (const arg of field.args) arg.defaultValue = inColours(arg.defaultValue);
      const resolve = resolvers[key];
      if (fault !== undefined)
        field.resolve = (source, args, context, info) => {
          const value = fault(key, source, args);
          if (value !== noFault && value !== late) return value;
          const right = (resolve ?? defaultFieldResolver)(source, args, context, info);
          return value === late ? Promise.resolve(right) : right;
        };
      else if (resolve) field.resolve = resolve;
    }
  }
  return schema;
}
