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
import type { RecordTypes } from "../storage/records/hub-record";
import { ownersOf } from "../storage/records/ownership";
import type { Changes, Editing } from ".";
import { completed } from "./completed";
import type { EditableRecord, EditableType } from "./editable";
import { editableOf } from "./editables";
import { changesOf, planUpdate } from "./plan-update";
import type { Author } from "./write";

/** What its proposer states. */
export interface Proposed extends Pick<ChangeProposal, "fields"> {
  readonly type: EditableType;
  /** `null` for a code from the hub. */
  readonly code: string | null;
  /** `null` for a new record. */
  readonly expectedVersion: number | null;
  /** What the facts mean for the record. */
  readonly changes: Changes<EditableRecord>;
}

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
const asReviewer = (author: Author): Author => ({ ...author, by: { ...author.by, scopes: ["REVIEW"] } });
const typeNames = new Map(
  (["centre", "milestone", "organization", "service", "serviceAtLocation"] as const).map((type) => [
    editableOf(type).codec.type,
    type as EditableType,
  ]),
);

/** Changes that wait for a reviewer of the city. Each throws a HubError, as edits do. */
export function createProposals(table: Table, editing: Editing) {
  const repositories = tableRepositories(table);
  const { changeProposals } = repositories;

  /** The record that the change concerns: before it, or the new one. It is checked as if a reviewer made the change. */
  async function checked(
    { type, expectedVersion, changes }: Proposed,
    code: string,
    author: Author,
  ): Promise<EditableRecord> {
    const changed = changes as Changes<RecordTypes[EditableType]>;
    if (expectedVersion === null) {
      const blank = editableOf(type).definition.blank(code) as EditableRecord;
      return completed(repositories, type, blank as never, changesOf(changed, null) as never, author.now);
    }
    const seen = { code, expectedVersion };
    const plan = await planUpdate(table, repositories, type, seen, changed as never, asReviewer(author));
    if (plan.record !== null) return plan.before;
    const name = `${editableOf(type).codec.type} ${code}`;
    throw new HubError("BAD_USER_INPUT", "nothingProposed", { name }, { where: "fields" });
  }

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
      const { type, expectedVersion, fields } = proposed;
      const { organizationCode } = by;
      if (organizationCode === null)
        throw new HubError("FORBIDDEN", "noOrganization", null, { where: "authorization" });
      const id = requestKey === null ? randomUUID() : idOfRequest(by.name, requestKey);
      const known = requestKey === null ? null : await changeProposals.byId(id);
      const isSame = (other: ChangeProposal): boolean =>
        contentHash([other.fields, other.expectedVersion, other.reason, other.type]) ===
          contentHash([fields, expectedVersion, reason, editableOf(type).codec.type]) &&
        (proposed.code === null || proposed.code === other.code);
      const again = (other: ChangeProposal): ChangeProposal => {
        if (isSame(other)) return other;
        const values = { requestKey: requestKey! };
        throw new HubError("REQUEST_KEY_REUSED", "reused", values, { where: "requestKey" });
      };
      if (known !== null) return again(known);
      const code = proposed.code ?? `hub:${randomUUID()}`;
      const record = await checked(proposed, code, author);
      const most = mostPendingProposals;
      if ((await changeProposals.countPending(organizationCode, most)) >= most)
        throw new HubError("LIMIT_EXCEEDED", "pendingProposals", { most });
      const codec = editableOf(type).codec as Codec<EditableRecord>;
      const owners = await ownersOf(table, codec, record);
      const proposal: ChangeProposal = {
        ...{ id, status: "PENDING", type: codec.type, code, expectedVersion, fields, reason },
        ...{ organizationCode, proposedBy: by.name, proposedAt: now },
        visibleTo: [...new Set([organizationCode, ...owners])],
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
      const edited = await made(before, by, now, changesFor).catch(async (error: unknown) => {
        await changeProposals.stopAccepting(id);
        throw error;
      });
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

  /** The change of an accepted proposal, once, also if its acceptance was killed and is repeated. */
  function made(
    { id, type: name, code, expectedVersion, fields, reason, proposedBy }: ChangeProposal,
    by: Caller,
    now: string,
    changesFor: (type: EditableType, fields: object) => Changes<EditableRecord>,
  ): Promise<Edited> {
    const type = typeNames.get(name)!;
    const changes = changesFor(type, fields) as never;
    const options = {
      by: { ...by, name: proposedBy },
      ...{ reviewedBy: by.name, reason, now },
      ...{ requestKey: `proposal:${id}`, request: { proposal: id } },
    };
    return expectedVersion === null
      ? editing.create(type, code, changes, options)
      : editing.update(type, { code, expectedVersion }, changes, options);
  }
}

export type Proposals = ReturnType<typeof createProposals>;

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
