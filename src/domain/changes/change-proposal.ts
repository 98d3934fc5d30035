/** REJECTED and ACCEPTED are final. */
const proposalStatuses = ["ACCEPTED", "PENDING", "REJECTED"] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** What is to happen to the record. */
export type ProposedAction = "CREATE" | "MERGE" | "RETIRE" | "UPDATE";

/** Pending proposals of one organisation. */
export const mostPendingProposals = 100;

/** A change that waits for a reviewer of the city, or that one decided. It is visible to few, and never published. */
export interface ChangeProposal {
  readonly id: string;
  readonly status: ProposalStatus;
  readonly action: ProposedAction;
  /** Type of the record in the API, for example `Centre`. */
  readonly type: string;
  /** Code of the record; that of the new one if `expectedVersion` is `null`. */
  readonly code: string;
  /** The version that the proposer has seen; `null` for a new record. */
  readonly expectedVersion: number | null;
  /** Of a merge: the record that remains, and the version of it that the proposer has seen; else `null`. */
  readonly mergeInto: string | null;
  readonly mergeIntoVersion: number | null;
  /** The facts as in the input of a mutation; none for a retirement or a merge. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly reason: string;
  /** Organisation of the proposer. */
  readonly organizationCode: string;
  /** Name of the caller, as in histories. */
  readonly proposedBy: string;
  /** ISO 8601 UTC. */
  readonly proposedAt: string;
  /** Organisations that may see it beside the reviewers: the proposer's, and those that owned the record at that moment. */
  readonly visibleTo: readonly string[];
  /** Of the decision; `null` while it is pending. */
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
  /** Version of the record that has the change; `null` unless it was accepted. */
  readonly version: number | null;
  /** Whether personal data was erased from it. */
  readonly isErased: boolean;
}

/** As it is stored. */
export interface StoredProposal extends ChangeProposal {
  /** A reviewer is making the change. */
  readonly isBeingAccepted?: boolean;
  /** Of the last entry in its chain; absent for what an earlier release made. */
  readonly entryHash?: string;
}

/** What a person may have written. A code without a record is nothing but text. */
export const writtenIn = ({
  fields,
  reason,
  decisionReason,
  code,
  version,
  isBeingAccepted = false,
}: StoredProposal) => ({
  ...{ fields, reason, decisionReason },
  ...(version === null && !isBeingAccepted && { code }),
});

/** Whether an erasure rejects it: what is left of it is not what its author meant. */
export const endsByErasure = ({ status, isBeingAccepted = false }: StoredProposal): boolean =>
  status === "PENDING" && !isBeingAccepted;
