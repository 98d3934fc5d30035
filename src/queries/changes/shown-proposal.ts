import type { ChangeProposal } from "../../domain/changes/change-proposal";
import { credentialFor, publicAuthor } from "../../domain/identity/author";
import type { Caller } from "../../domain/identity/caller";

/** A proposal as a caller may see it. */
export interface ShownProposal extends ChangeProposal {
  /** Keys or tokens of the author and of the reviewer, if the caller may see them. */
  readonly credential: string | null;
  readonly reviewerCredential: string | null;
}

export const shownProposal = (proposal: ChangeProposal, caller: Caller): ShownProposal => ({
  ...proposal,
  proposedBy: publicAuthor(proposal.proposedBy),
  credential: credentialFor(caller, proposal.proposedBy),
  decidedBy: proposal.decidedBy && publicAuthor(proposal.decidedBy),
  reviewerCredential: credentialFor(caller, proposal.decidedBy),
});
