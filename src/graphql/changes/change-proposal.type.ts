import { Int } from "type-graphql";
import type { ChangeProposal, ProposalStatus } from "../../domain/changes/change-proposal";
import { connectionType } from "../kit/connection.type";
import { enumType } from "../kit/enum-type";
import { nonNull, nullable, output } from "../kit/output";
import { DateTimeScalar, JSONScalar } from "../kit/scalars";

export const ProposalStatusEnum = enumType<ProposalStatus>("ProposalStatus", "State of a proposed change.", {
  ACCEPTED: "A reviewer accepted it, and the record has the change.",
  PENDING: "It waits for a reviewer.",
  REJECTED: "A reviewer rejected it.",
});

export const ChangeProposalType = output<ChangeProposal, "visibleTo">(
  "ChangeProposal",
  "Change of a record that waits for a reviewer of the city, or that one decided. It is visible to the reviewers, to the organisation of its author, and to those that owned the record at that moment.",
  {
    id: nonNull(() => String, "Id of the proposal, for reviewChange."),
    status: nonNull(() => ProposalStatusEnum, "State of the proposal."),
    type: nonNull(() => String, "Type of the record, for example Centre."),
    code: nonNull(() => String, "Code of the record, or of the new one."),
    expectedVersion: nullable(
      () => Int,
      "Version of the record that the author had read; null for a new record.",
    ),
    fields: nonNull(() => JSONScalar, "Facts as in the input of a mutation; omitted ones stay unchanged."),
    reason: nonNull(() => String, "Reason in the words of the author."),
    organizationCode: nonNull(() => String, "Code of the organisation of the author."),
    proposedBy: nonNull(() => String, "Author, as in histories."),
    proposedAt: nonNull(() => DateTimeScalar, "Moment of the proposal."),
    decidedBy: nullable(() => String, "Reviewer who decided; null while it is pending."),
    decidedAt: nullable(() => DateTimeScalar, "Moment of the decision; null while it is pending."),
    decisionReason: nullable(() => String, "Reason in the words of the reviewer; null while it is pending."),
    version: nullable(() => Int, "Version of the record with the change; null unless it was accepted."),
  },
);

export const ChangeProposalConnectionType = connectionType(
  "ChangeProposal",
  () => ChangeProposalType,
  "proposals",
);
