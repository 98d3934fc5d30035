import { Int } from "type-graphql";
import { HubError } from "../../domain/kit/errors";
import type { EditableType } from "../../editing/editable";
import type { ProposedDeed } from "../../editing/proposed-change";
import { type ShownProposal, shownProposal } from "../../queries/changes/shown-proposal";
import { type Arguments, optional, required } from "../kit/argument";
import { mutations, neverNull, operation } from "../kit/declare";
import { editForms, type Facts, noFacts } from "../kit/edit-forms";
import { editArguments } from "../kit/edit-mutations";
import { enumType } from "../kit/enum-type";
import { input } from "../kit/input";
import { nullable, output } from "../kit/output";
import { changed, checkedInput, checkReason, checkScope, type EditInput } from "../kit/run-edit";
import { type UserError, userErrorsField } from "../kit/user-error.type";
import { ChangeProposalType } from "./change-proposal.type";
import "../places/centre.mutation";
import "../places/organization.mutation";
import "../services/service-at-location.mutation";
import "../services/service.mutation";
import "../strategy/milestone.mutation";

interface Result {
  readonly proposal: ShownProposal | null;
  readonly version: number | null;
  readonly dataVersion: number | null;
  readonly userErrors: readonly UserError[];
}

const nothing = { proposal: null, version: null, dataVersion: null };
const proposal = nullable(() => ChangeProposalType, "The proposal; null after an error.");
const place = {
  code: optional(() => String, "Code of the record. For a new record the hub generates one when absent."),
  expectedVersion: optional(
    () => Int,
    "Version that the client has read (recordState.version); absent for a new record.",
  ),
};
const facts: Arguments = Object.fromEntries(
  [...editForms].map(([type, { Fields, noun }]) => [
    type,
    optional(() => Fields, `Facts about ${noun}, as in its mutation; null if another type is given.`),
  ]),
);
const EditableTypeEnum = enumType<EditableType>("EditableType", "Type of a record that callers can change.", {
  centre: "Centre.",
  milestone: "Milestone of a strategy.",
  organization: "Organisation.",
  service: "Service.",
  serviceAtLocation: "Service at a centre.",
});
const ProposedMergeInput = input("ProposedMerge", "Record that remains after a merge.", {
  type: required(
    () => EditableTypeEnum,
    "Type of both records: centres, organisations and services can be merged.",
  ),
  into: required(() => String, "Code of the record that remains."),
  intoVersion: required(() => Int, "Version of it that the client has read (recordState.version)."),
});
const deeds = {
  retire: optional(() => EditableTypeEnum, "To retire the record: its type, in place of facts."),
  merge: optional(
    () => ProposedMergeInput,
    "To merge the record into another one, in place of facts: both codes then lead to that one.",
  ),
};
const ProposeChangeInput = input("ProposeChangeInput", "Input of proposeChange.", {
  ...place,
  ...facts,
  ...deeds,
  ...editArguments,
});

type Given = EditInput & {
  readonly code?: string | null;
  readonly expectedVersion?: number | null;
  readonly retire?: EditableType | null;
  readonly merge?: InstanceType<typeof ProposedMergeInput> | null;
} & { readonly [T in EditableType]?: object | null };

/** The type of the one record that a proposal is about. @throws HubError BAD_USER_INPUT. */
function typeOf(given: Given): EditableType {
  const { code, expectedVersion, merge, retire } = given;
  const types = [...editForms.keys()].filter((type) => given[type] != null);
  const all = [...types, ...(retire == null ? [] : [retire]), ...(merge == null ? [] : [merge.type])];
  const isNew = expectedVersion == null;
  const isWithoutCode = code == null && (!isNew || types.length === 0);
  if (all.length !== 1 || isWithoutCode || (isNew && types.length === 0))
    throw new HubError("BAD_USER_INPUT", "oneRecord");
  if (merge != null && !editForms.get(merge.type)!.mergeable)
    throw new HubError("BAD_USER_INPUT", "notMerged", { type: merge.type }, { where: "merge.type" });
  return all[0]!;
}

/** The places of a merge in the input, as its errors name them. */
const mergePlaces: ReadonlyMap<string, readonly string[]> = new Map([
  ["from", ["code"]],
  ["fromVersion", ["expectedVersion"]],
  ["into", ["merge", "into"]],
  ["intoVersion", ["merge", "intoVersion"]],
  ["merge.type", ["merge", "type"]],
]);

function deedOf(given: Given, type: EditableType, now: string, known: Facts): ProposedDeed {
  const { merge } = given;
  if (merge != null) {
    const into = { code: merge.into, expectedVersion: merge.intoVersion };
    return { action: "MERGE", into };
  }
  if (given.retire != null) return { action: "RETIRE" };
  const fields = plain(given[type]!);
  return { action: "FACTS", fields, changes: editForms.get(type)!.changes(fields, now, known) };
}

/** As plain data, without what was left out. */
const plain = (fields: object): Readonly<Record<string, unknown>> => JSON.parse(JSON.stringify(fields));

const DecisionEnum = enumType<"ACCEPT" | "REJECT">("ReviewDecision", "Decision about a proposed change.", {
  ACCEPT: "The change is made, in the name of its author.",
  REJECT: "The record stays as it is.",
});

const ReviewChangeInput = input("ReviewChangeInput", "Input of reviewChange.", {
  id: required(() => String, "Id of the proposal."),
  decision: required(() => DecisionEnum, "The decision."),
  reason: editArguments.reason,
});

const ProposeChangePayload = output<Result, "dataVersion" | "version">(
  "ProposeChangePayload",
  "Result of proposeChange.",
  { proposal, userErrors: userErrorsField },
);
const ReviewChangePayload = output<Result>("ReviewChangePayload", "Result of reviewChange.", {
  proposal,
  version: nullable(() => Int, "Version of the record after the change; null if there was none."),
  dataVersion: nullable(
    () => Int,
    "Version of the data that includes the change, for `minVersion`; null if nothing was changed.",
  ),
  userErrors: userErrorsField,
});

mutations({
  proposeChange: neverNull(
    operation(
      () => ProposeChangePayload,
      "Proposes a change of a record, its retirement or merge, or a new record, to the reviewers of the city. It is for types that they review, and for records of others. Requires the scope READ_PARTNER and an organisation.",
      { input: required(() => ProposeChangeInput, "Everything that the change states.") },
      async (all, context): Promise<Result> => {
        const { caller: by, receivedAt: now, proposals } = context;
        checkScope(by, "READ_PARTNER");
        const given = all.input as Given;
        const known = noFacts();
        let type: EditableType | null = null;
        const propose = async () => {
          type = typeOf(given);
          const { code = null, expectedVersion = null } = given;
          const author = { by, now, ...checkedInput(given) };
          const deed = deedOf(given, type, now, known);
          const made = await proposals.propose({ type, code, expectedVersion, deed }, author);
          return { proposal: shownProposal(made, by) };
        };
        const pathOf = (where: string | null): readonly string[] => {
          if (where?.startsWith("fields.") && type !== null) {
            const [, ...path] = editForms.get(type)!.pathOf(where.slice("fields.".length), known);
            return ["input", type, ...path];
          }
          if (where === "fields" && type !== null) return ["input", type];
          const ofMerge = mergePlaces.get(where ?? "");
          if (ofMerge !== undefined) return ["input", ...ofMerge];
          return where !== null && (where in place || where in editArguments) ? ["input", where] : ["input"];
        };
        return { ...nothing, ...(await changed(context, given, propose, pathOf)) };
      },
    ),
  ),
  reviewChange: neverNull(
    operation(
      () => ReviewChangePayload,
      "Accepts or rejects a proposed change. An accepted change is made at once, and added to what others changed since; if they changed the same fields, it stays pending. Requires the scope REVIEW.",
      {
        input: required(() => ReviewChangeInput, "Everything that the decision states."),
      },
      async (all, context): Promise<Result> => {
        const { caller: by, receivedAt: now, proposals } = context;
        checkScope(by, "REVIEW");
        const { id, decision, reason } = all.input;
        const decide = async () => {
          checkReason(reason);
          const accept = decision === "ACCEPT";
          return proposals.decide({ id, accept, reason }, by, now, (type, fields) =>
            editForms.get(type)!.changes(fields, now, noFacts()),
          );
        };
        const pathOf = (where: string | null) =>
          where === "id" || where === "reason" ? ["input", where] : ["input"];
        const done = await changed(context, all.input, decide, pathOf);
        if (!("proposal" in done)) return { ...nothing, ...done };
        // The published version does not have the change yet.
        context.readTable();
        const { version = null, dataVersion = null } = done.edited ?? {};
        return { proposal: shownProposal(done.proposal, by), version, dataVersion, userErrors: [] };
      },
    ),
  ),
});
