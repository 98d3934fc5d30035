import { type ClassType, InterfaceType } from "type-graphql";
import type { TypedRecord } from "../../queries/kit/find-node";
import { output } from "./output";

const resolveType = (value: TypedRecord) => value.__typename;

export abstract class NodeType {}
InterfaceType("Node", { description: "Object with a global id (Relay).", resolveType })(NodeType);

export abstract class RecordInterface extends NodeType {}
InterfaceType("Record", {
  description: "Record of the hub: it has a public code and a history.",
  implements: NodeType,
  resolveType,
})(RecordInterface);

export abstract class SourcedType {}
InterfaceType("Sourced", { description: "Object that cites the sources of its facts.", resolveType })(
  SourcedType,
);

interface Coded {
  readonly code: string;
}
interface WithSources {
  readonly sourceCodes: readonly string[];
}

/** Output type of records with a history and sources. */
export const node = <T extends Coded & WithSources, Hidden extends keyof T = never>(
  ...[name, description, fields]: Parameters<typeof output<T, Hidden>>
): ClassType<T> => output<T, Hidden>(name, description, fields, [NodeType, RecordInterface, SourcedType]);

/** Output type of the records that the hub itself keeps. */
export const nodeWithoutSources = <T extends Coded, Hidden extends keyof T = never>(
  ...[name, description, fields]: Parameters<typeof output<T, Hidden>>
): ClassType<T> => output<T, Hidden>(name, description, fields, [NodeType, RecordInterface]);

/** Output type of other objects with sources. */
export const sourced = <T extends WithSources, Hidden extends keyof T = never>(
  ...[name, description, fields]: Parameters<typeof output<T, Hidden>>
): ClassType<T> => output<T, Hidden>(name, description, fields, [SourcedType]);
