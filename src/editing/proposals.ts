import { createHash, randomUUID } from "node:crypto";
import {
  type ChangeProposal,
  mostPendingProposals,
  type ProposalStatus,
} from "../domain/changes/change-proposal";
import { type Caller, may } from "../domain/identity/caller";
import { textOfScope } from "../domain/identity/scope";
import { HubError } from "../domain/kit/errors";
import { tableRepositories } from "../storage";
import type { Page, PageRequest } from "../storage/engine/page";
import type { Table } from "../storage/engine/table";
import { ifUnchanged } from "../storage/engine/write-input";
import type { Codec } from "../storage/records/codec";
import { contentHash } from "../storage/records/codec";
import type { Edited } from "../storage/records/edit-request";
import { ownersOf } from "../storage/records/ownership";
import type { Changes, Editing } from ".";
import type { EditableRecord, EditableType } from "./editable";
import { editableOf } from "./editables";
import { checkProposed, makeProposed, type Proposed, writtenDeed } from "./proposed-change";
import type { Author } from "./write";

export interface Decision {
  readonly id: string;
  readonly accept: boolean;
  readonly reason: string;
}

interface Decided {
  readonly proposal: ChangeProposal;
  /** The change of the record; `null` for a rejection. */
  readonly edited: Edited | null;
}

const seesAll = (by: Caller): boolean => may(by, "REVIEW");
/** Changes that wait for a reviewer of the city. Each throws a HubError, as edits do. */
export function createProposals(table: Table, editing: Editing) {
  const repositories = tableRepositories(table);
  const { changeProposals } = repositories;

  async function pending(id: string): Promise<ChangeProposal> {
    const proposal = await changeProposals.byId(id);
    if (proposal === null) throw new HubError("UNKNOWN_CODE", "changeProposal", { id }, { where: "id" });
    if (proposal.status !== "PENDING") throw decidedAlready(proposal);
    return proposal;
  }

  return {
    /** A repetition under the same request key gives the proposal of the first time. */
    async propose(proposed: Proposed, author: Author): Promise<ChangeProposal> {
      const { by, reason, requestKey, now } = author;
      const { type, expectedVersion } = proposed;
      const written = writtenDeed(proposed);
      const { organizationCode } = by;
      if (organizationCode === null)
        throw new HubError("FORBIDDEN", "noOrganization", null, { where: "authorization" });
      const id = requestKey === null ? randomUUID() : idOfRequest(by.name, requestKey);
      const known = requestKey === null ? null : await changeProposals.byId(id);
      const isSame = (other: ChangeProposal): boolean =>
        sameHash(other) ===
          sameHash({ ...written, expectedVersion, reason, type: editableOf(type).codec.type }) &&
        (proposed.code === null || proposed.code === other.code);
      const again = (other: ChangeProposal): ChangeProposal => {
        if (isSame(other)) return other;
        const values = { requestKey: requestKey! };
        throw new HubError("REQUEST_KEY_REUSED", "reused", values, { where: "requestKey" });
      };
      if (known !== null) return again(known);
      const code = proposed.code ?? `hub:${randomUUID()}`;
      const records = await checkProposed(table, proposed, code, author);
      const most = mostPendingProposals;
      if ((await changeProposals.countPending(organizationCode, most)) >= most)
        throw new HubError("LIMIT_EXCEEDED", "pendingProposals", { most });
      const codec = editableOf(type).codec as Codec<EditableRecord>;
      const owners = await Promise.all(records.map((record) => ownersOf(table, codec, record)));
      const proposal: ChangeProposal = {
        ...{ id, status: "PENDING", type: codec.type, code, expectedVersion, reason, ...written },
        ...{ organizationCode, proposedBy: by.name, proposedAt: now },
        visibleTo: [...new Set([organizationCode, ...owners.flat()])],
        ...{ decidedBy: null, decidedAt: null, decisionReason: null, version: null, isErased: false },
      };
      const added = changeProposals.add(proposal).then(() => proposal);
      return ifUnchanged(added, async () => again((await changeProposals.byId(id))!));
    },

    /**
     * Accepting makes the change, in the name of its proposer. After a conflict the proposal stays pending.
     * @param changesFor what the facts of a proposal mean for a record of its type.
     */
    async decide(
      { id, accept, reason }: Decision,
      by: Caller,
      now: string,
      changesFor: (type: EditableType, fields: object) => Changes<EditableRecord>,
    ): Promise<Decided> {
      if (!seesAll(by)) throw new HubError("FORBIDDEN", "scope", { scope: textOfScope("REVIEW") });
      const before = await pending(id);
      const decision = { decidedBy: by.name, decidedAt: now, decisionReason: reason };
      const write = (decided: ChangeProposal) =>
        ifUnchanged(changeProposals.decide(before, decided), async () => {
          throw decidedAlready((await changeProposals.byId(id)) ?? before);
        });
      if (!accept) {
        const proposal: ChangeProposal = { ...before, ...decision, status: "REJECTED" };
        await write(proposal);
        return { proposal, edited: null };
      }
      await ifUnchanged(changeProposals.beginAccepting(id), async () => {
        throw decidedAlready((await changeProposals.byId(id)) ?? before);
      });
      const edited = await makeProposed(editing, before, by, now, changesFor).catch(
        async (error: unknown) => {
          await changeProposals.stopAccepting(id);
          throw error;
        },
      );
      const proposal: ChangeProposal = {
        ...before,
        ...decision,
        ...{ status: "ACCEPTED", version: edited.version },
      };
      await write(proposal);
      return { proposal, edited };
    },

    /** @param organizationCode `null` for all that the caller may see. */
    async page(
      status: ProposalStatus,
      organizationCode: string | null,
      by: Caller,
      request: PageRequest,
    ): Promise<Page<ChangeProposal>> {
      const wanted = organizationCode ?? (seesAll(by) ? null : by.organizationCode);
      const isAllowed = seesAll(by) || (wanted !== null && wanted === by.organizationCode);
      if (!isAllowed) throw new HubError("FORBIDDEN", "otherProposals", null, { where: "organization" });
      return changeProposals.page(status, wanted, request);
    },
  };
}

export type Proposals = ReturnType<typeof createProposals>;

/** Of what a repeated request says again. */
const sameHash = ({
  action,
  expectedVersion,
  fields,
  mergeInto,
  mergeIntoVersion,
  reason,
  type,
}: Pick<
  ChangeProposal,
  "action" | "expectedVersion" | "fields" | "mergeInto" | "mergeIntoVersion" | "reason" | "type"
>): string => contentHash([action, expectedVersion, fields, mergeInto, mergeIntoVersion, reason, type]);

const decidedAlready = ({ id, status }: ChangeProposal): HubError =>
  new HubError(
    "BAD_USER_INPUT",
    "decided",
    { id, status: status === "PENDING" ? "ACCEPTING" : status },
    { where: "id" },
  );

/** A repeated request finds the proposal of the first one. */
const idOfRequest = (caller: string, requestKey: string): string =>
  createHash("sha256")
    .update(JSON.stringify([caller, requestKey]))
    .digest("base64url")
    .slice(0, 22);
