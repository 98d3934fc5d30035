import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from "graphql";

interface Kind {
  readonly id: string;
  readonly title: string;
  has(type: GraphQLNamedType, schema: GraphQLSchema): boolean;
}

const isRoot = (type: GraphQLNamedType, schema: GraphQLSchema): boolean =>
  type === schema.getQueryType() || type === schema.getMutationType();

/** Types that carry a list to its reader; the names are those of the Relay specification. */
const isPaging = ({ name }: GraphQLNamedType): boolean => /(Connection|Edge)$|^PageInfo$/.test(name);

/** The chapters of the reference: what one asks first, then what comes back. Each type is in exactly one. */
export const kinds: readonly Kind[] = [
  { id: "roots", title: "Queries and changes", has: isRoot },
  {
    id: "objects",
    title: "Objects",
    has: (type, schema) => isObjectType(type) && !isRoot(type, schema) && !isPaging(type),
  },
  { id: "interfaces", title: "Interfaces", has: isInterfaceType },
  { id: "unions", title: "Unions", has: isUnionType },
  { id: "enums", title: "Enums", has: isEnumType },
  { id: "inputs", title: "Inputs", has: isInputObjectType },
  { id: "scalars", title: "Scalars", has: isScalarType },
  {
    id: "pages",
    title: "Pages of lists",
    has: (type, schema) => isObjectType(type) && !isRoot(type, schema) && isPaging(type),
  },
];
