import type { Area } from "../../domain/places/area";
import { findChanges } from "../../queries/changes/find-changes";
import { filterUnder } from "../../queries/kit/filter-under";
import { findRecord } from "../../queries/kit/find-node";
import type { Change } from "../../storage/changes/change.repository";
import { optional } from "../kit/argument";
import { field, fields, fieldWith, operation, queries } from "../kit/declare";
import { NodeType } from "../kit/node.type";
import { pageArguments } from "../kit/page.input";
import { AreaType } from "../places/area.type";
import { ChangeConnectionType, ChangeFilterInput, ChangeType } from "./change.type";
import { DataVersionType } from "./data-version.type";

queries({
  changes: operation(
    () => ChangeConnectionType,
    "Changes of records in the order of their publications, including retirements and merges. A change appears when it is published; what changed twice before that appears once, with its last state. Store pageInfo.endCursor and continue from it within 30 days: no change is missed. With a filter a page can be short or empty although hasNextPage is true: continue. Changes of observations are not listed: follow their sources.",
    { filter: optional(() => ChangeFilterInput, "Filter of changes; all when absent."), ...pageArguments },
    ({ filter, ...page }, context) => findChanges(filter, page, context),
  ),
  dataVersion: operation(
    () => DataVersionType,
    "Version of the data as a whole, to poll for changes.",
    {},
    (_, { live }) => live.hub.dataVersion(),
  ),
});

fields<Change>(() => ChangeType, {
  record: field(
    () => NodeType,
    "Current record, or the record that replaced it; null if it was retired.",
    ({ type, code }, { records }) => findRecord({ type, code }, records),
  ),
});

fields<Area>(() => AreaType, {
  changes: fieldWith(
    () => ChangeConnectionType,
    "Changes of records that name the area, and of those that no longer do, as in the list of all changes. Searches that list once for each area.",
    {
      filter: optional(
        () => ChangeFilterInput,
        "Filter of changes; all of the area when absent. `area` is rejected.",
      ),
      ...pageArguments,
    },
    ({ code }: Area, { filter, ...page }, context) =>
      findChanges(filterUnder(filter, "area", code), page, context),
  ),
});
