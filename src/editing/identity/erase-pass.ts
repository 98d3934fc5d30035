import { endsByErasure } from "../../domain/changes/change-proposal";
import type { PersonTerms } from "../../domain/identity/person-terms";
import { namesPerson, redacted, redactText, urlNamesPerson } from "../../domain/identity/redact";
import { HubError } from "../../domain/kit/errors";
import { refresh } from "../../projections/refresh";
import { tableRepositories } from "../../storage";
import { eraseFromProposal } from "../../storage/changes/erase-proposal";
import type { Item, Key } from "../../storage/engine/key";
import type { Table } from "../../storage/engine/table";
import { ifUnchanged } from "../../storage/engine/write-input";
import { type ItemsNaming, itemsNaming, type Named } from "../../storage/identity/items-naming";
import { type Erasure, eraseFromRecord } from "../../storage/records/erase";
import { codecOf, recordTypeOf } from "../../storage/records/hub-record";
import { eraseFromLog } from "../../storage/snapshots/erase-log";

/** Where a person was found. */
export interface ErasureReport {
  /** Types and codes of records, with the number of versions that named the person. */
  readonly records: readonly { readonly record: string; readonly versions: number }[];
  /** Requests, images of imports, keys, proposals and webhooks: items that stand beside records. */
  readonly beside: number;
  /** Proposals that are rejected and webhooks that are deleted, because nothing of use is left of them. */
  readonly ended: readonly { readonly what: string; readonly why: string }[];
  /** Reasons in the log of changes. */
  readonly logged: number;
  /** What the job cannot change, and why: codes and records that would not be valid. */
  readonly left: readonly { readonly what: string; readonly why: string }[];
}

/**
 * Looks for a person once, in everything that the hub holds, removes what it finds, and publishes the result.
 * @param dryRun only reports.
 */
export async function erasePass(table: Table, erasure: Erasure, dryRun: boolean): Promise<ErasureReport> {
  const { terms, now } = erasure;
  const named = await itemsNaming(table, terms);
  const report = await eraseRecords(table, named.records, erasure, dryRun);
  const codes = new Set(named.records.map(({ code }) => code));
  const requests = named.requests.filter((item) => codes.has(String(item.code)) || namesPerson(item, terms));
  const { images, apiKeys, proposals, webhooks } = named;
  const beside = [...requests, ...images, ...apiKeys, ...proposals, ...webhooks].length;
  const ended = endedOf(named, terms);
  if (!dryRun) {
    await table.batchWrite({ deletes: requests.map(keyOf) });
    await table.batchWrite({
      puts: images.map((item) => ({ ...redacted(item, terms), ...keyOf(item) })),
    });
    await eraseBeside(table, named, erasure);
  }
  const logged = await eraseFromLog(table, terms, dryRun);
  const inCodes = named.inCodes.map((what) => ({ what, why: "The code names the person." }));
  const found = { ...report, beside, ended, logged, left: [...report.left, ...inCodes] };
  if (!dryRun && !isNothing(found)) await refresh(table, "EVERYTHING", { now, written: true, whole: true });
  return found;
}

/** Whether the person was found nowhere, but for what is left anyway. */
export const isNothing = ({ records, beside, ended, logged }: ErasureReport): boolean =>
  records.length + beside + ended.length + logged === 0;

const endedOf = ({ proposals, webhooks }: ItemsNaming, terms: PersonTerms): ErasureReport["ended"] => [
  ...proposals.filter(endsByErasure).map(({ id, organizationCode }) => ({
    what: `Proposal ${id} of ${organizationCode}`,
    why: "It named the person, so it is rejected.",
  })),
  ...webhooks
    .filter(({ url }) => urlNamesPerson(String(url), terms))
    .map(({ id, organizationCode }) => ({
      what: `Webhook ${id} of ${organizationCode}`,
      why: "Its address named the person, so it is deleted.",
    })),
];

async function eraseBeside(table: Table, { apiKeys, proposals, webhooks }: ItemsNaming, erasure: Erasure) {
  const stored = tableRepositories(table);
  const { terms, by, now: at } = erasure;
  for (const { id, label } of apiKeys)
    await stored.apiKeys.setLabel(String(id), redactText(String(label), terms));
  for (const { id } of proposals) await eraseFromProposal(table, id, erasure);
  for (const { id, label, url } of webhooks)
    if (urlNamesPerson(String(url), terms)) await stored.webhooks.remove(String(id), { by, at });
    else {
      const before = { id: String(id), label: String(label) };
      const renamed = stored.webhooks.setLabel(before, redactText(before.label, terms));
      // Deleted meanwhile, or its organisation gave it another label, which was checked.
      await ifUnchanged(renamed, () => null);
    }
}

async function eraseRecords(table: Table, named: readonly Named[], erasure: Erasure, dryRun: boolean) {
  const records: { record: string; versions: number }[] = [];
  const left: { what: string; why: string }[] = [];
  for (const { type, code, key, versions } of named) {
    const record = `${type} ${code}`;
    try {
      const erased = dryRun
        ? versions
        : await eraseFromRecord(table, codecOf(recordTypeOf(type)), key, erasure);
      if (erased > 0) records.push({ record, versions: erased });
    } catch (error) {
      if (!(error instanceof HubError) || error.code !== "INVALID_RECORD") throw error;
      left.push({ what: record, why: error.message });
    }
  }
  return { records, left };
}

const keyOf = ({ pk, sk }: Item | Key): Key => ({ pk, sk });
