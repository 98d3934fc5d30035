import { findVersions } from "../../queries/changes/find-versions";
import type { KnownState } from "../../queries/kit/record-state";
import { fields, fieldWith } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { RecordStateType } from "../kit/record-state.type";
import { RecordVersionConnectionType } from "./record-version.type";

fields<KnownState>(() => RecordStateType, {
  history: fieldWith(
    () => RecordVersionConnectionType,
    "All versions, newest first, with author, time and reason. Request it for one record at a time.",
    pageArguments,
    ({ ref }: KnownState, page, context) => findVersions(ref, page, context.caller, context),
  ),
});
