import { findVersions } from "../../queries/changes/find-versions";
import type { KnownState } from "../../queries/kit/record-state";
import { fields, fieldWith } from "../kit/declare";
import { PageArgs } from "../kit/page.input";
import { RecordStateType } from "../kit/record-state.type";
import { RecordVersionConnectionType } from "./record-version.type";

fields<KnownState>(() => RecordStateType, {
  history: fieldWith(
    () => RecordVersionConnectionType,
    "All its versions, newest first: who changed what, when and why. Ask it of one record at a time.",
    { page: PageArgs },
    ({ ref }: KnownState, { page }, context) => findVersions(ref, page, context),
  ),
});
