import { InterfaceType } from "type-graphql";
import type { TypedRecord } from "../../queries/kit/find-node";

@InterfaceType("Node", {
  description: "Object with a global id (Relay).",
  resolveType: (value: TypedRecord) => value.__typename,
})
export abstract class NodeType {}
