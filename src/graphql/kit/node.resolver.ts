import { ID } from "type-graphql";
import { limits } from "../../domain/kit/limits";
import { findNode, findNodes } from "../../queries/kit/find-node";
import { toGlobalId } from "../../queries/kit/global-id";
import { required } from "./argument";
import { fields, nonNullField, operation, queries } from "./declare";
import { NodeType, RecordInterface, SourcedType } from "./node.type";
import { codeOf, type NodeRecord, recordState } from "./record-state.type";
import { sourceRefs } from "./source-ref.type";

queries({
  node: operation(
    () => NodeType,
    "One object by its global id; null if it no longer exists.",
    { id: required(() => ID, "Global id, from the field `id`.") },
    ({ id }, { records }) => findNode(id, records),
  ),
  nodes: {
    ...operation(
      () => [NodeType],
      "Several objects by their global ids, in the same order. Null for each that no longer exists, and null with an error for each id of another hub.",
      { ids: required(() => [ID], `Global ids, at most ${limits.nodes}.`) },
      ({ ids }, { records }) => findNodes(ids, records),
      limits.nodes,
    ),
    nullable: "items",
  },
});

fields<NodeRecord>(() => NodeType, {
  id: nonNullField(
    () => ID,
    "Opaque global id. It stays the same across imports and releases.",
    (record, _, { parentType }) => toGlobalId(parentType.name, codeOf(record)),
  ),
});

fields<{ readonly code: string }>(() => RecordInterface, {
  code: nonNullField(
    () => String,
    "Public key, stable across imports. It is unique among records of the type.",
    ({ code }) => code,
  ),
  recordState,
});

fields<{ readonly sourceCodes: readonly string[] }>(() => SourcedType, { sourceRefs });
