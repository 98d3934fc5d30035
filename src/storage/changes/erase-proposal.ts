import {
  type ChangeProposal,
  endsByErasure,
  type StoredProposal,
  writtenIn,
} from "../../domain/changes/change-proposal";
import { namesPerson, redacted } from "../../domain/identity/redact";
import type { Item } from "../engine/key";
import type { Table } from "../engine/table";
import { ifUnchanged, writeInput } from "../engine/write-input";
import type { Erasure } from "../records/erase";
import { keys } from "../records/keys";
import { moved, proposalIn } from "./change-proposal.repository";

/**
 * Removes a person from a proposal. A pending one is rejected, unless a reviewer is accepting it: then the acceptance, or its repetition,
 * decides.
 */
export async function eraseFromProposal(
  table: Table,
  id: string,
  erasure: Erasure,
  attempts = 3,
): Promise<void> {
  const stored = (await table.get(keys.changeProposal(id), true)) as (Item & StoredProposal) | null;
  if (stored === null || !namesPerson(writtenIn(stored), erasure.terms)) return;
  const before = proposalIn(stored);
  const { by: decidedBy, reason: decisionReason, now: decidedAt, terms } = erasure;
  const erased: ChangeProposal = {
    ...before,
    ...redacted(writtenIn(stored), terms),
    isErased: true,
    ...(endsByErasure(stored) && { status: "REJECTED", decidedBy, decisionReason, decidedAt }),
  };
  const { status, isErased, isBeingAccepted, entryHash } = stored;
  const { item, ...beside } = moved(stored, erased);
  const written = table.transact({
    item: { ...stored, ...item },
    condition: writeInput({ when: { status, isErased, isBeingAccepted, entryHash } }),
    ...beside,
  });
  await ifUnchanged(written, (error) => {
    if (attempts === 1) throw error;
    return eraseFromProposal(table, id, erasure, attempts - 1);
  });
}
