import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  parse,
  print,
  validate,
} from "graphql";

export interface RandomDocument {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const deepest = 5;
const texts = ["a", "none", 'q"uote', "très"];

/**
 * A query that is valid for the schema: fragments with and without names, merged fields, aliases, `@skip` and `@include`,
 * arguments and variables with and without values. Its variables fit.
 */
export function randomDocument(schema: GraphQLSchema, random: () => number): RandomDocument {
  for (;;) {
    const made = madeDocument(schema, random);
    if (validate(schema, parse(made.query)).length === 0) return made;
  }
}

function madeDocument(schema: GraphQLSchema, random: () => number): RandomDocument {
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const definitions = new Map<string, string>();
  const variables: Record<string, unknown> = {};
  const fragments: { readonly name: string; readonly type: GraphQLNamedType; readonly text: string }[] = [];
  let left = 60;

  function value(type: GraphQLInputType, depth = 0): unknown {
    if (isNonNullType(type)) return value(type.ofType, depth) ?? value(type, depth);
    if (random() < 0.15) return null;
    if (isListType(type))
      return Array.from({ length: Math.floor(random() * 3) }, () => value(type.ofType, depth));
    if (isEnumType(type)) return oneOf(type.getValues()).value;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(() => random() < 0.5 && depth < 2);
      return Object.fromEntries(fields.map((field) => [field.name, value(field.type, depth + 1)]));
    }
    if (type.name === "Int") return Math.floor(random() * 5);
    if (type.name === "Float") return oneOf([0.5, 2, -1]);
    if (type.name === "Boolean") return random() < 0.5;
    return type.name === "Moment" ? "2026-01-01T00:00:00Z" : oneOf(texts);
  }

  // A moment has no literal of its own.
  const literal = (of: unknown, type: GraphQLInputType): string =>
    getNamedType(type).name === "Moment" ? JSON.stringify(of) : print(astFromValue(of, type)!);

  /** As clients send it: an enum by its name. */
  function sent(of: unknown, type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return sent(of, type.ofType);
    if (of === null || of === undefined) return of;
    if (isListType(type)) return (of as unknown[]).map((item) => sent(item, type.ofType));
    if (isEnumType(type)) return type.serialize(of);
    if (!isInputObjectType(type)) return of;
    const fields = type.getFields();
    return Object.fromEntries(
      Object.entries(of).map(([name, each]) => [name, sent(each, fields[name]!.type)]),
    );
  }

  function variable(type: GraphQLInputType): string {
    const known = [...definitions].filter(([, text]) => text.startsWith(`${type}`)).map(([name]) => name);
    if (known.length > 0 && random() < 0.6) return `$${oneOf(known)}`;
    const name = `v${definitions.size}`;
    const hasDefault = random() < 0.3;
    definitions.set(name, hasDefault ? `${type} = ${literal(value(type), type)}` : `${type}`);
    if ((isNonNullType(type) && !hasDefault) || random() < 0.7) variables[name] = sent(value(type), type);
    return `$${name}`;
  }

  const boolean = (): string => {
    if (random() < 0.3) return String(random() < 0.5);
    const name = `b${Math.floor(random() * 3)}`;
    if (!definitions.has(name)) {
      definitions.set(name, "Boolean!");
      variables[name] = random() < 0.5;
    }
    return `$${name}`;
  };
  const directives = (): string =>
    random() < 0.85
      ? ""
      : ` @${oneOf(["skip", "include"])}(if: ${boolean()})${random() < 0.1 ? ` @skip(if: ${boolean()})` : ""}`;

  const argument = ({ name, type }: GraphQLArgument): string =>
    `${name}: ${random() < 0.4 ? variable(type) : literal(value(type), type)}`;

  function fieldText(field: GraphQLField<unknown, unknown>, depth: number): string {
    left -= 1;
    const given = field.args.filter((each) => isRequiredArgument(each) || random() < 0.5).map(argument);
    const args = given.length > 0 ? `(${given.join(", ")})` : "";
    const alias = args !== "" || random() < 0.2 ? `a${hashOf(field.name + args)}: ` : "";
    const type = getNamedType(field.type);
    const rest = isLeafType(type) ? "" : ` ${selection(type, depth + 1)}`;
    return `${alias}${field.name}${args}${directives()}${rest}`;
  }

  function fragmentText(type: GraphQLNamedType, depth: number): string {
    const near = [type, ...(isAbstractType(type) ? schema.getPossibleTypes(type) : [])];
    if (isObjectType(type) || isInterfaceType(type)) near.push(...type.getInterfaces());
    const on = oneOf(near);
    if (random() < 0.5)
      return `...${random() < 0.2 && on === type ? "" : ` on ${on.name}`}${directives()} ${selection(on, depth + 1)}`;
    const known = fragments.filter((each) => near.includes(each.type as never));
    if (known.length > 0 && random() < 0.6) return `...${oneOf(known).name}${directives()}`;
    const text = selection(on, depth + 1);
    const name = `F${fragments.length}`;
    fragments.push({ name, type: on, text });
    return `...${name}${directives()}`;
  }

  function selection(type: GraphQLNamedType, depth: number): string {
    const fields =
      isObjectType(type) || isInterfaceType(type)
        ? Object.values(type.getFields()).filter(
            (field) => (depth < deepest && left > 0) || isLeafType(getNamedType(field.type)),
          )
        : [];
    const parts = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      if (depth < deepest && left > 0 && isCompositeType(type) && random() < 0.3)
        return fragmentText(type, depth);
      return fields.length === 0 || random() < 0.15 ? "__typename" : fieldText(oneOf(fields), depth);
    });
    return `{ ${parts.join(" ")} }`;
  }

  const root = selection(schema.getQueryType()!, 0);
  const given = [...definitions].map(([name, text]) => `$${name}: ${text}`);
  const named = fragments.map(({ name, type, text }) => `fragment ${name} on ${type.name} ${text}`);
  return {
    query: `query ${given.length > 0 ? `(${given.join(", ")})` : ""} ${root}\n${named.join("\n")}`,
    variables,
  };
}

const hashOf = (text: string): number =>
  [...text].reduce((sum, char) => (sum * 31 + char.codePointAt(0)!) % 1_000_003, 7);
