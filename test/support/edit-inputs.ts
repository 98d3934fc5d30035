import { readFileSync } from "node:fs";
import path from "node:path";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isRequiredInputField,
} from "graphql";

export const schema = buildSchema(
  readFileSync(path.resolve(__dirname, "../../schema/schema.graphql"), "utf8"),
);
/** Mutations of records; those of keys have payloads of their own. */
export const mutations: readonly GraphQLField<unknown, unknown>[] = Object.values(
  schema.getMutationType()!.getFields(),
).filter(({ type }) => {
  const payload = getNamedType(type);
  return isObjectType(payload) && payload.getInterfaces().some(({ name }) => name === "EditPayload");
});

/** A single value in the input of a mutation. */
export interface Leaf {
  readonly mutation: string;
  /** From `input` down; `*` is any item of a list. */
  readonly path: readonly string[];
  /** Input type and field, such as `PhoneInput.number`. */
  readonly field: string;
  readonly type: string;
  readonly isRequired: boolean;
}

/** Which item of a list of a certain length has the leaf. */
export interface Item {
  readonly index: number;
  readonly length: number;
}

type Input = Readonly<Record<string, unknown>>;

const inputOf = ({ args }: GraphQLField<unknown, unknown>): GraphQLInputObjectType =>
  getNullableType(args[0]!.type) as GraphQLInputObjectType;

function leavesIn(of: GraphQLInputObjectType, at: readonly string[]): Omit<Leaf, "mutation">[] {
  return Object.values(of.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const place = [...at, field.name, ...(isListType(getNullableType(field.type)) ? ["*"] : [])];
    if (isInputObjectType(inner)) return leavesIn(inner, place);
    const isRequired = isRequiredInputField(field);
    return [{ path: place, field: `${of.name}.${field.name}`, type: inner.name, isRequired }];
  });
}

export const leaves: readonly Leaf[] = mutations.flatMap((mutation) =>
  leavesIn(inputOf(mutation), ["input"]).map((leaf) => ({ mutation: mutation.name, ...leaf })),
);

/** Values of fields that are not required, but by a rule of the record. */
const completing: Readonly<Record<string, (n: number) => Input>> = {
  CapacityInput: () => ({ maximum: 9 }),
  LocalizedTextInput: (n) => ({ it: `text ${n}` }),
  ContactInput: (n) => ({ email: `office${n}@example.org` }),
};

/** Valid values, different for each item of a list. */
const samples: Readonly<Record<string, (n: number) => unknown>> = {
  "CentreKindInput.kind": () => "centre-kind:HUB",
  "ExternalIdentifierInput.scheme": () => "ds1",
  "MoneyInput.currency": () => "EUR",
  "PhoneInput.number": (n) => `02 8844${n}`,
  "CentreFields.distinctFrom": (n) => `other:${n}`,
  "CentreFields.strategies": (n) => `strategy${n}`,
  "ServiceFields.languages": (n) => ["it", "en", "de"][n],
  "ServiceFields.serviceAreas": (n) => `comune:${n}`,
  "ServiceFields.serviceTypes": (n) => `topic:${n}`,
  "ServiceFields.targetGroups": (n) => `target-group:${n}`,
};

function sample(type: GraphQLInputType, field: string, n: number): unknown {
  const inner = getNullableType(type);
  if (isListType(inner)) return [];
  const known = samples[field];
  if (known) return known(n);
  if (isEnumType(inner)) return inner.getValues()[n % inner.getValues().length]!.name;
  if (isInputObjectType(inner)) return sampleOf(inner, n);
  return inner.name === "String" ? `text ${n}` : 1;
}

function sampleOf(of: GraphQLInputObjectType, n: number): Input {
  const required = Object.values(of.getFields()).filter(isRequiredInputField);
  const filled = required.map((field) => [field.name, sample(field.type, `${of.name}.${field.name}`, n)]);
  return { ...Object.fromEntries(filled), ...completing[of.name]?.(n) };
}

/** More items than the words of a list without repetition would repeat one. */
const mostItems: Readonly<Record<string, number>> = { AccessibilityInput: 1 };

/** An input with a value at a leaf, and the path of the value in it. */
export function inputWith(
  { mutation, path: [, ...place] }: Leaf,
  value: unknown,
  item: Item,
  base: Input,
): { readonly input: Input; readonly path: readonly string[] } {
  const path: string[] = ["input"];
  const put = (type: GraphQLInputType, field: string, rest: readonly string[], n: number): unknown => {
    const inner = getNullableType(type);
    const [name, ...further] = rest;
    if (name === undefined) return value;
    if (isListType(inner)) {
      const most = mostItems[getNamedType(type).name] ?? item.length;
      const index = Math.min(item.index, most - 1);
      path.push(String(index));
      return Array.from({ length: Math.min(item.length, most) }, (_, i) =>
        i === index ? put(inner.ofType, field, further, i) : sample(inner.ofType, field, i),
      );
    }
    const of = inner as GraphQLInputObjectType;
    path.push(name);
    const within = put(of.getFields()[name]!.type, `${of.name}.${name}`, further, n);
    const beside = path.length > 1 && of.name.endsWith("Fields") ? {} : sampleOf(of, n);
    return { ...beside, [name]: within };
  };
  const made = put(inputOf(mutations.find(({ name }) => name === mutation)!), "", place, 0) as Input;
  const fields = { ...(base.fields as Input | undefined), ...(made.fields as Input | undefined) };
  const isAtFields = place[0] === "fields";
  return {
    input: {
      ...base,
      ...(!isAtFields && { [place[0]!]: made[place[0]!] }),
      ...("fields" in base && { fields }),
    },
    path,
  };
}
