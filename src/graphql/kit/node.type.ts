import { Field, ID, InterfaceType } from "type-graphql";
import type { TypedRecord } from "../../queries/kit/find-node";
import { RecordStateType } from "./record-state.type";

@InterfaceType("Node", {
  description: "Anything that has a global id and can be fetched again by it (Relay).",
  resolveType: (value: TypedRecord) => value.__typename,
})
export abstract class NodeType {
  @Field(() => ID, {
    description: "Opaque global id. It is stable: the same record keeps it over imports and releases.",
  })
  id!: string;

  @Field(() => RecordStateType, {
    nullable: true,
    description:
      "What the hub knows about this record beside what it says: its version, its history, who changed it.",
  })
  recordState?: RecordStateType | null;
}
