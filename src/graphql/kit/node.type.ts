import { type ClassType, InterfaceType } from "type-graphql";
import type { TypedRecord } from "../../queries/kit/find-node";
import { output } from "./output";

export abstract class NodeType {}
InterfaceType("Node", {
  description: "Object with a global id (Relay).",
  resolveType: (value: TypedRecord) => value.__typename,
})(NodeType);

/** Output type of records with a global id. */
export const node = <T extends object, Hidden extends keyof T = never>(
  ...[name, description, fields]: Parameters<typeof output<T, Hidden>>
): ClassType<T> => output<T, Hidden>(name, description, fields, NodeType);
