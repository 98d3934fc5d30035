import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import matrix from "../identity/access-matrix.json";

/** Codes that the hub has, by what names them: an argument (`area`), or the field whose `code` it is (`Query.centre`). */
export type KnownCodes = Readonly<Record<string, readonly string[]>>;

export interface RandomOperations {
  readonly schema: GraphQLSchema;
  readonly random: () => number;
  readonly codes: KnownCodes;
}

/** Fields of one operation: small enough for the limits of documents, large enough for nested lists with several fields each. */
const mostFields = 120;
const deepest = 9;

const instants = ["2026-09-28T10:00:00Z", "2026-10-03T15:30:00Z", "2026-11-02T08:00:00Z"];
const days = ["2024", "2011", "2026-09-28", "2021", "2026"];
const numbers: Readonly<Record<string, readonly number[]>> = {
  first: [1, 5, 20, 20, 50, 100],
  minutes: [5, 15, 30, 60],
  walkingSpeedKmh: [3.5, 5, 8],
  detourFactor: [1, 1.3, 2],
  withinMetres: [500, 2_000, 15_000],
  latitude: [45.43, 45.46, 45.5],
  longitude: [9.12, 9.19, 9.24],
  peers: [1, 5, 20],
  age: [78],
  count: [2, 5, 9],
  minimumDenominator: [0, 20],
  minimumResidents: [0, 700],
};

/** Roots that everybody may ask: others would only be refused. */
const open = new Set(matrix.fields.Query.PUBLIC.split(" "));

/** Under so many aliases the first root is asked again, so that cheap fields come near the limits too. */
const mostRepeats = 25;

/**
 * The text of a query that is valid for the schema: random fields at random depth with random arguments. The hub may reject it for its
 * length or its cost.
 */
export function randomOperation({ schema, random, codes }: RandomOperations): string {
  let left = 1 + Math.floor(random() ** 2 * mostFields);
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const some = <Item>(items: readonly Item[], most: number): Item[] => {
    const rest = [...items];
    const count = Math.min(rest.length, 1 + Math.floor(random() * most));
    return Array.from({ length: count }, () => rest.splice(Math.floor(random() * rest.length), 1)[0]!);
  };

  function argumentText(name: string, type: GraphQLInputType, at: string): string {
    if (isNonNullType(type)) return argumentText(name, type.ofType, at);
    if (isListType(type)) {
      const count = 1 + Math.floor(random() * 3);
      const items = Array.from({ length: count }, () => argumentText(name, type.ofType, at));
      return `[${[...new Set(items)].join(", ")}]`;
    }
    if (isEnumType(type)) return oneOf(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || random() < 0.3,
      );
      return `{ ${fields.map((field) => `${field.name}: ${argumentText(field.name, field.type, at)}`).join(", ")} }`;
    }
    if (type.name === "Boolean") return String(random() < 0.5);
    if (type.name === "Int" || type.name === "Float") return String(oneOf(numbers[name] ?? [1, 5]));
    if (type.name === "DateTime")
      return JSON.stringify(
        name === "to" ? "2026-10-05T00:00:00Z" : name === "from" ? instants[0] : oneOf(instants),
      );
    if (type.name === "PartialDate") return JSON.stringify(oneOf(days));
    if (type.name.startsWith("JSON")) return "{}";
    return JSON.stringify(oneOf(codes[name] ?? codes[at] ?? ["assistenza anziani"]));
  }

  const argumentsOf = (field: GraphQLField<unknown, unknown>, parent: string): string => {
    const isGiven = (argument: GraphQLArgument): boolean =>
      isRequiredArgument(argument) || (argument.name !== "after" && random() < 0.35);
    const given = field.args
      .filter(isGiven)
      .map(
        (argument) =>
          `${argument.name}: ${argumentText(argument.name, argument.type, `${parent}.${field.name}`)}`,
      );
    return given.length > 0 ? `(${given.join(", ")})` : "";
  };

  function selectionOf(type: GraphQLObjectType, depth: number): string {
    const fields = Object.values(type.getFields());
    const isOpen = (field: GraphQLField<unknown, unknown>): boolean =>
      depth < deepest || isLeafType(getNamedType(field.type));
    const chosen = some(fields.filter(isOpen), Math.max(2, Math.min(8, left)));
    return `{ __typename ${chosen.map((field) => fieldText(field, type.name, depth)).join(" ")} }`;
  }

  function fieldText(field: GraphQLField<unknown, unknown>, parent: string, depth: number): string {
    left -= 1;
    const type = getNamedType(field.type);
    const text = `${field.name}${argumentsOf(field, parent)}`;
    if (isLeafType(type)) return text;
    if (left <= 0) return `${text} { __typename }`;
    if (isAbstractType(type)) {
      const types = some(schema.getPossibleTypes(type), 2);
      return `${text} { ${types.map((each) => `... on ${each.name} ${inFragment(each, depth + 1)}`).join(" ")} }`;
    }
    return isObjectType(type) ? `${text} ${selectionOf(type, depth + 1)}` : text;
  }

  /** Fields of different types may share a name and not a shape, so that each fragment takes one field under an alias of its type. */
  function inFragment(type: GraphQLObjectType, depth: number): string {
    const field = oneOf(Object.values(type.getFields()));
    return `{ ${type.name[0]!.toLowerCase()}${type.name.slice(1)}_${field.name}: ${fieldText(field, type.name, depth)} }`;
  }

  const roots = some(
    Object.values(schema.getQueryType()!.getFields()).filter(({ name }) => open.has(name)),
    3,
  );
  const texts = roots.map((root) => fieldText(root, "Query", 1));
  const repeats = random() < 0.3 ? 1 + Math.floor(random() * mostRepeats) : 0;
  const again = Array.from({ length: repeats }, (_, index) => `again${index}: ${texts[0]}`);
  return `{ ${[...texts, ...again].join(" ")} }`;
}
