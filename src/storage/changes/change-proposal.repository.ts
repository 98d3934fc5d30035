import type { ChangeProposal, ProposalStatus, StoredProposal } from "../../domain/changes/change-proposal";
import type { Item, Key } from "../engine/key";
import { type Page, type PageRequest, readPage } from "../engine/page";
import { loaded } from "../engine/reader";
import type { Table } from "../engine/table";
import { fromTable } from "../engine/table-reader";
import { writeInput } from "../engine/write-input";
import { deedEntry, inTrails } from "../identity/deed-entry";
import { keys } from "../records/keys";
import { unchangedSince } from "../records/stored-item";

/** In place of an organisation: the list of all. */
const everybody = "*";

/** Proposals of changes. They are in the table alone: never published, exported or in a history. */
export const changeProposalRepository = (table: Table) => ({
  async byId(id: string): Promise<ChangeProposal | null> {
    const item = await table.get(keys.changeProposal(id), true);
    return item && proposalIn(item);
  },

  /** Oldest first. @param organizationCode `null` for those of all. */
  async page(
    status: ProposalStatus,
    organizationCode: string | null,
    request: PageRequest,
  ): Promise<Page<ChangeProposal>> {
    const { pk: partition } = keys.changeProposals(status, organizationCode ?? everybody, "", "");
    const page = await fromTable(table, (reader) =>
      readPage(reader, { partition }, request, (items) => {
        const found = reader.batchGet(items.map(({ id }) => keys.changeProposal(String(id))));
        const byId = new Map(found.map((item) => [item.id, proposalIn(item)]));
        return items.map(({ id }) => byId.get(id) ?? null);
      }),
    );
    return { ...page, totalCount: () => loaded(page.totalCount) };
  },

  /** How many pending proposals an organisation may see; at most `limit` are counted. */
  async countPending(organizationCode: string, limit: number): Promise<number> {
    const { pk: partition } = keys.changeProposals("PENDING", organizationCode, "", "");
    return (await table.query({ partition, consistent: true }, limit)).items.length;
  },

  /** With its entry in the trails of those who may see it. @throws ConditionalCheckFailedException if the id is taken. */
  async add(proposal: ChangeProposal): Promise<void> {
    const { id, proposedAt, proposedBy, visibleTo } = proposal;
    const deed = { at: proposedAt, by: proposedBy };
    const entry = deedEntry({ type: "ChangeProposal", id }, "PROPOSE_CHANGE", deed, null);
    await table.transact({
      item: { ...keys.changeProposal(id), ...proposal, entryHash: entry.hash },
      condition: unchangedSince(null),
      puts: entriesOf(proposal),
      deletes: [],
      appended: inTrails(entry, visibleTo),
    });
  },

  /**
   * A proposal that is about to be accepted cannot be rejected at the same moment.
   * @throws ConditionalCheckFailedException if it is decided.
   */
  async beginAccepting(id: string): Promise<void> {
    const when = { status: "PENDING" };
    await table.update(keys.changeProposal(id), { set: { isBeingAccepted: true }, when });
  },

  async stopAccepting(id: string): Promise<void> {
    await table.update(keys.changeProposal(id), { remove: ["isBeingAccepted"] });
  },

  /** @throws ConditionalCheckFailedException if another decision or an erasure was faster. */
  async decide(before: ChangeProposal, decided: ChangeProposal): Promise<void> {
    const isBeingAccepted = decided.status === "ACCEPTED" ? true : undefined;
    const stored = (await table.get(keys.changeProposal(decided.id), true)) as (Item & StoredProposal) | null;
    const { entryHash } = stored ?? {};
    const { item, ...beside } = moved({ ...before, ...(entryHash !== undefined && { entryHash }) }, decided);
    await table.transact({
      item: { ...keys.changeProposal(decided.id), ...item },
      condition: writeInput({
        when: { status: "PENDING", isBeingAccepted, isErased: before.isErased, entryHash },
      }),
      ...beside,
    });
  },
});

/** From the lists of one state to those of another, with the entry of the decision in the trails of those who may see it. */
export function moved(before: StoredProposal, after: ChangeProposal) {
  if (before.status === after.status) return { item: after, puts: [], deletes: [] };
  const { id, status, visibleTo } = after;
  const action = status === "ACCEPTED" ? "ACCEPT_CHANGE" : "REJECT_CHANGE";
  const deed = { at: after.decidedAt!, by: after.decidedBy! };
  const entry = deedEntry({ type: "ChangeProposal", id }, action, deed, before.entryHash ?? null);
  return {
    item: { ...after, entryHash: entry.hash },
    puts: entriesOf(after),
    deletes: entriesOf(before).map(({ pk, sk }): Key => ({ pk, sk })),
    appended: inTrails(entry, visibleTo),
  };
}

const entriesOf = ({ id, status, proposedAt, visibleTo }: ChangeProposal): Item[] =>
  [everybody, ...visibleTo].map((organizationCode) => ({
    ...keys.changeProposals(status, organizationCode, proposedAt, id),
    id,
  }));

export const proposalIn = ({
  pk: _,
  sk: __,
  isBeingAccepted: ___,
  entryHash: ____,
  ...proposal
}: Item): ChangeProposal => {
  const given = proposal as unknown as ChangeProposal;
  // An earlier release had no others.
  const action = given.expectedVersion === null ? "CREATE" : "UPDATE";
  return {
    action,
    mergeInto: null,
    mergeIntoVersion: null,
    ...(given as Partial<ChangeProposal>),
  } as ChangeProposal;
};
