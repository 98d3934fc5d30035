import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
} from "graphql";
import { limits } from "../../domain/kit/limits";
import { storeUnits } from "../../storage/engine/request-work";
import { bytesOfLeaf, introspectionLengths } from "./answer-size";
import { type Args, type FieldWeight, fieldWeights } from "./field-weights";

/** Weight of one occurrence of a field with its arguments. */
export interface Weight {
  /** Of the field itself, reads included. */
  readonly units: number;
  /** How often the fields in it occur. */
  readonly length: number;
  /** Items on its page, if it is a connection. */
  readonly page: number;
  /** Of its value, if it is a leaf. */
  readonly bytes: number;
}

/** A linked record: half of the records of a page are usually linked by others too, and are read once. */
const linkUnits = 20;
/** Usual lengths of lists without `first`. */
const usualValues = 5;
const usualObjects = 10;

/** Units of the computation of a field; 0 for a plain one. */
export const computedUnits = ({ units = 0 }: FieldWeight, args: Args): number =>
  typeof units === "function" ? units(args) : units;

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

  return (parent, field, args, page) => {
    const weight = fieldWeights[`${parent}.${field.name}`] ?? {};
    const named = getNamedType(field.type);
    const first = pageSize(args.first);
    const isPage = isConnection(named.name);
    const length = (): number => {
      if (!isListType(getNullableType(field.type))) return 1;
      if (isConnection(parent)) return page;
      if (typeof weight.length === "function") return weight.length(args);
      const expected = introspection[`${parent}.${field.name}`] ?? weight.length ?? first;
      return expected ?? (isLeafType(named) ? usualValues : usualObjects);
    };
    const occurrences = length();
    const { calls = 0, items = 0 } = weight;
    // Records of a connection are read with its page.
    const links = isRecord(schema, named.name) && !isConnection(parent) ? occurrences : 0;
    const counts = isConnection(parent) && field.name === "totalCount" ? 1 : 0;
    return {
      units:
        1 +
        computedUnits(weight, args) +
        (calls + counts + (isPage ? 1 : 0)) * storeUnits.call +
        (items + (isPage ? (first ?? 0) : 0)) * storeUnits.item +
        links * linkUnits,
      length: occurrences,
      page: isPage ? (first ?? limits.pageSize.usual) : 1,
      bytes: isLeafType(named) ? (weight.bytes ?? bytesOfLeaf(named)) : 0,
    };
  };
}

const isConnection = (type: string): boolean => type.endsWith("Connection");

const isRecord = (schema: GraphQLSchema, name: string): boolean => {
  const type = schema.getType(name);
  return name === "Node" || (isObjectType(type) && type.getInterfaces().some((each) => each.name === "Node"));
};

/** The field itself refuses a larger page. */
const mostFirst = 5_000;
const pageSize = (first: unknown): number | null =>
  typeof first === "number" ? Math.min(Math.max(first, 0), mostFirst) : null;
