import { shownProposal } from "../../queries/changes/shown-proposal";
import { toConnection } from "../../queries/kit/connection";
import { codeOf, optional, usually } from "../kit/argument";
import { operation, queries } from "../kit/declare";
import { pageArguments } from "../kit/page.input";
import { checkScope } from "../kit/run-edit";
import { ChangeProposalConnectionType, ProposalStatusEnum } from "./change-proposal.type";

queries({
  changeProposals: operation(
    () => ChangeProposalConnectionType,
    "Proposed changes, oldest first. Requires the scope READ_PARTNER. Reviewers see all, others those of their organisation and of its records.",
    {
      status: usually(() => ProposalStatusEnum, "PENDING", "State of the proposals."),
      organization: optional(
        codeOf("organization"),
        "Code of an organisation; without it all proposals that the caller may see.",
      ),
      ...pageArguments,
    },
    async ({ status, organization, ...page }, { caller, proposals }) => {
      checkScope(caller, "READ_PARTNER");
      const found = await proposals.page(status, organization ?? null, caller, page);
      const edges = found.edges.map(({ cursor, node }) => ({ cursor, node: shownProposal(node, caller) }));
      return toConnection({ ...found, edges }, page);
    },
  ),
});
