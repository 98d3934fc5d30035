import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from "graphql";
import { limits, workUnits } from "../../domain/kit/limits";
import { bytesOfIntrospection, bytesOfLeaf, introspectionLengths } from "./answer-size";
import { type Args, change, type FieldWeight, fieldWeights } from "./field-weights";
import { mostItems } from "./list-bounds";

/** Weight of one occurrence of a field with its arguments. */
interface Weight {
  /** Of the field itself, reads included. */
  readonly units: number;
  /** How often the fields in it occur. */
  readonly length: number;
  /** Items on its page, if it is a connection. */
  readonly page: number;
  /** Of its value, if it is a leaf. */
  readonly bytes: number;
}

/** Usual lengths of lists without `first`. */
const usualValues = 5;
const usualObjects = 10;
/** Lists of the same name are alike in all types. */
const usualLengths: Readonly<Record<string, number>> = {
  /** Of a record: one at each level. */
  areas: 4,
  /** Of an answer over all areas: the neighbourhoods of Milan are 88. */
  cells: 100,
  rows: 100,
  sourceRefs: 3,
};

const amountOf = (value: FieldWeight["units"], args: Args): number =>
  typeof value === "function" ? value(args) : (value ?? 0);

/** Units of the computation of a field; 0 for a plain one. */
export const computedUnits = (key: string, args: Args): number => amountOf(fieldWeights[key]?.units, args);

export type WeightOf = (
  parent: string,
  field: GraphQLField<unknown, unknown>,
  args: Args,
  /** Items on the page, if the parent is a connection. */
  page: number,
) => Weight;

/** Weights of the fields of a schema: measured ones, and for the others what their type suggests. */
export function weightsOf(schema: GraphQLSchema): WeightOf {
  const introspection = introspectionLengths(schema);
  const mutation = schema.getMutationType()?.name;

  return (parent, field, args, page) => {
    const key = `${parent}.${field.name}`;
    const weight = fieldWeights[key] ?? (parent === mutation ? change : {});
    const named = getNamedType(field.type);
    const isPage = isConnection(named.name);
    const first = sizeOf(args.first, isPage ? limits.pageSize.largest : mostFirst);
    const length = (): number => {
      if (introspection[key] !== undefined) return introspection[key];
      if (!isListType(getNullableType(field.type))) return 1;
      if (isConnection(parent)) return page;
      if (typeof weight.length === "function") return weight.length(args);
      const usual = isLeafType(named) ? usualValues : (usualLengths[field.name] ?? usualObjects);
      return weight.length ?? first ?? Math.min(usual, mostItems(field) ?? usual);
    };
    const occurrences = length();
    // Records of a connection are read with its page.
    const links = isRecord(schema, named.name) && !isInPage(parent) ? occurrences : 0;
    const counts = isConnection(parent) && field.name === "totalCount" ? 1 : 0;
    const calls = counts + (isPage ? 1 : 0) + (args.asOf == null ? 0 : 1);
    const items = isPage ? (first ?? 0) + (isOutOfOrder(args) ? itemsOutOfOrder : 0) : 0;
    return {
      units:
        1 +
        computedUnits(key, args) +
        amountOf(weight.pairs, args) * workUnits.pair +
        (amountOf(weight.calls, args) + calls) * workUnits.storeCall +
        (amountOf(weight.items, args) + items) * workUnits.storeItem +
        links * workUnits.link,
      length: occurrences,
      page: isPage ? (first ?? limits.pageSize.usual) : 1,
      bytes: isLeafType(named)
        ? amountOf(weight.bytes, args) ||
          (parent.startsWith("__") ? bytesOfIntrospection : bytesOfLeaf(named))
        : 0,
    };
  };
}

/** An order without a key reads the whole list; of centres and services see `fieldWeights`. */
const isOutOfOrder = ({ sort, updatedSince }: Args): boolean => sort === "UPDATED" || updatedSince != null;
const itemsOutOfOrder = 100;

const isInPage = (type: string): boolean => isConnection(type) || type.endsWith("Edge");
const isConnection = (type: string): boolean => type.endsWith("Connection");

const isRecord = (schema: GraphQLSchema, name: string): boolean => {
  const type = schema.getType(name);
  return name === "Node" || (isObjectType(type) && type.getInterfaces().some((each) => each.name === "Node"));
};

/** Of lists that are no connections. */
const mostFirst = 5_000;
/** The field refuses another size, and reads nothing. */
const sizeOf = (first: unknown, most: number): number | null =>
  typeof first === "number" ? (first >= 0 && first <= most ? first : 0) : null;
