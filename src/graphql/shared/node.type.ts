import { Field, ID, InterfaceType } from "type-graphql";

/** A record together with the name of its GraphQL type, as `node` needs it. */
export type TypedRecord = object & { readonly __typename: string };

@InterfaceType("Node", {
  description: "Anything that has a global id and can be fetched again by it (Relay).",
  resolveType: (value: TypedRecord) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID, {
    description: "Opaque global id. It is stable: the same record keeps it over imports and releases.",
  })
  id!: string;
}
