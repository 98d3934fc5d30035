import { InterfaceType } from "type-graphql";
import type { TypedRecord } from "../../queries/kit/find-node";

@InterfaceType("Node", {
  description: "Anything that has a global id and can be fetched again by it (Relay).",
  resolveType: (value: TypedRecord) => value.__typename,
})
export abstract class NodeType {}
