import { Int } from "type-graphql";
import type { ProposalStatus, ProposedAction } from "../../domain/changes/change-proposal";
import type { ShownProposal } from "../../queries/changes/shown-proposal";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar, JSONScalar } from "../kit/scalars";

export const ProposalStatusEnum = enumType<ProposalStatus>("ProposalStatus", "State of a proposed change.", {
  ACCEPTED: "A reviewer accepted it, and the record has the change.",
  PENDING: "It waits for a reviewer.",
  REJECTED: "A reviewer rejected it.",
});

const ProposedActionEnum = enumType<ProposedAction>(
  "ProposedAction",
  "What is to happen to the record of a proposed change.",
  {
    CREATE: "It is added.",
    MERGE: "It is merged into another record.",
    RETIRE: "It is retired from the hub.",
    UPDATE: "Facts of it change.",
  },
);

export const ChangeProposalType = output<ShownProposal, "visibleTo">(
  "ChangeProposal",
  "Change of a record that waits for a reviewer of the city, or that one decided. It is visible to the reviewers, to the organisation of its author, and to those that owned the record at that moment.",
  {
    id: nonNull(() => String, "Id of the proposal, for reviewChange."),
    status: nonNull(() => ProposalStatusEnum, "State of the proposal."),
    action: nonNull(() => ProposedActionEnum, "What is to happen to the record."),
    type: nonNull(() => String, "Type of the record, for example Centre."),
    code: nonNull(() => String, "Code of the record, or of the new one."),
    expectedVersion: nullable(
      () => Int,
      "Version of the record that the author had read; null for a new record.",
    ),
    fields: nonNull(
      () => JSONScalar,
      "Facts as in the input of a mutation; omitted ones stay unchanged. Empty for a retirement and a merge.",
    ),
    mergeInto: nullable(
      () => String,
      "Code of the record that remains after a merge; null for another action.",
    ),
    mergeIntoVersion: nullable(
      () => Int,
      "Version of that record that the author had read; null for another action.",
    ),
    reason: nonNull(() => String, "Reason in the words of the author."),
    organizationCode: nonNull(() => String, "Code of the organisation of the author."),
    proposedBy: nonNull(() => String, "Author: organisation of the caller."),
    credential: nullable(
      () => String,
      "Key or token of the author, as `key:Ab3dE5fG7h`; null unless the caller is of its organisation or reviews for the city.",
    ),
    proposedAt: nonNull(() => DateTimeScalar, "Moment of the proposal."),
    decidedBy: nullable(
      () => String,
      "Organisation of the reviewer who decided, or `operator` after an erasure; null while it is pending.",
    ),
    reviewerCredential: nullable(
      () => String,
      "Key or token of the reviewer, as `key:Ab3dE5fG7h`; null unless the caller is of its organisation or reviews for the city.",
    ),
    decidedAt: nullable(() => DateTimeScalar, "Moment of the decision; null while it is pending."),
    decisionReason: nullable(() => String, "Reason in the words of the reviewer; null while it is pending."),
    version: nullable(() => Int, "Version of the record with the change; null unless it was accepted."),
    isErased: nonNull(
      () => Boolean,
      "True if personal data was erased from it. If it was pending, it was rejected then.",
    ),
  },
);

export const ChangeProposalConnectionType = connectionType(
  "ChangeProposal",
  () => ChangeProposalType,
  "proposals",
);
