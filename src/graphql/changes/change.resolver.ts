import { findChanges } from "../../queries/changes/find-changes";
import { findRecord } from "../../queries/kit/find-node";
import type { Change } from "../../storage/records/change.repository";
import { optional } from "../kit/argument";
import { field, fields, operation, queries } from "../kit/declare";
import { NodeType } from "../kit/node.type";
import { PageArgs } from "../kit/page.input";
import { ChangeConnectionType, ChangeFilterInput, ChangeType } from "./change.type";
import { DataVersionType } from "./data-version.type";

queries({
  changes: operation(
    () => ChangeConnectionType,
    "What changed, oldest first: every record once, with the last thing that happened to it, retirements and merges included. Keep pageInfo.endCursor and go on from it tomorrow: a record that changes again comes again, and nothing is missed. Changes appear two seconds after they were made. Figures are not here: follow their sources.",
    { filter: optional(() => ChangeFilterInput, "Which changes; all when absent."), page: PageArgs },
    ({ filter, page }, context) => findChanges(filter, page, context),
  ),
  dataVersion: operation(
    () => DataVersionType,
    "State of the data: poll it to learn whether anything changed.",
    {},
    (_, { repositories }) => repositories.hub.dataVersion(),
  ),
});

fields<Change>(() => ChangeType, {
  record: field(
    () => NodeType,
    "The record as it is now, or the one that took its place; null where it was retired.",
    ({ type, code }, { loaders }) => findRecord({ type, code }, loaders),
  ),
});
