import { ID } from "type-graphql";
import { type Observation, observationCode } from "../../domain/indicators/observation";
import { limits } from "../../domain/kit/limits";
import { findNode, findNodes } from "../../queries/kit/find-node";
import { toGlobalId } from "../../queries/kit/global-id";
import type { RecordRef } from "../../storage/records/history.repository";
import { required } from "./argument";
import { field, fields, nonNullField, operation, queries } from "./declare";
import { NodeType } from "./node.type";
import { RecordStateType } from "./record-state.type";

queries({
  node: operation(
    () => NodeType,
    "One object by its global id; null if it no longer exists.",
    { id: required(() => ID, "Global id, from the field `id`.") },
    ({ id }, { loaders }) => findNode(id, loaders),
  ),
  nodes: {
    ...operation(
      () => [NodeType],
      "Several objects by their global ids, in the same order. Null for each that no longer exists, and null with an error for each id of another hub.",
      { ids: required(() => [ID], `Global ids, at most ${limits.nodes}.`) },
      ({ ids }, { loaders }) => findNodes(ids, loaders),
    ),
    nullable: "items",
  },
});

fields<{ readonly code: string } | Observation>(() => NodeType, {
  id: nonNullField(
    () => ID,
    "Opaque global id. It stays the same across imports and releases.",
    (record, _, { parentType }) => toGlobalId(parentType.name, codeOf(record)),
  ),
  recordState: field(
    () => RecordStateType,
    "Metadata of the record: version, history and author of the last change.",
    (record, { loaders }, { parentType }) =>
      loaders.recordState.load({ type: parentType.name as RecordRef["type"], code: codeOf(record) }),
  ),
});

const codeOf = (record: { readonly code: string } | Observation): string =>
  "code" in record ? record.code : observationCode(record);
