import { endsByErasure } from "../../domain/changes/change-proposal";
import type { Caller } from "../../domain/identity/caller";
import {
  emailTerm,
  fewestWords,
  nameTerm,
  type PersonTerm,
  type PersonTerms,
  phoneTerms,
  wordsOf,
} from "../../domain/identity/person-terms";
import { knownAmong, namesPerson, redacted, redactText, urlNamesPerson } from "../../domain/identity/redact";
import { HubError } from "../../domain/kit/errors";
import { refresh } from "../../projections/refresh";
import { tableRepositories } from "../../storage";
import { eraseFromProposal } from "../../storage/changes/erase-proposal";
import type { Item, Key } from "../../storage/engine/key";
import type { Table } from "../../storage/engine/table";
import { ifUnchanged } from "../../storage/engine/write-input";
import { rememberErased } from "../../storage/identity/erased-persons";
import { type ItemsNaming, itemsNaming, type Named } from "../../storage/identity/items-naming";
import { type Erasure, eraseFromRecord } from "../../storage/records/erase";
import { codecOf, recordTypeOf } from "../../storage/records/hub-record";
import { eraseFromLog } from "../../storage/snapshots/erase-log";

/** By what a person asks to be found: as many spellings as are known. */
export interface PersonGiven {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

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
 * Removes a person from records, histories, requests, journals, keys, proposals, webhooks and the log of changes, publishes the result, and remembers keyed
 * hashes, so that no import brings the person back. Replaced pages and exports are the task of the caller. A second run completes one that
 * was killed.
 * @param dryRun only reports.
 * @throws HubError BAD_USER_INPUT.
 */
export async function erasePerson(
  table: Table,
  person: PersonGiven,
  { by, reason, now, dryRun }: { by: Caller; reason: string; now: string; dryRun: boolean },
): Promise<ErasureReport> {
  const given = termsOf(person);
  const terms = knownAmong(given);
  if (namesPerson(reason, terms))
    throw new HubError("BAD_USER_INPUT", "reasonNamesPerson", null, { where: "reason" });
  // First, so that an import meanwhile does not bring back what is removed here.
  if (!dryRun) await rememberErased(table, given);
  const named = await itemsNaming(table, terms);
  const erasure = { terms, by: by.name, reason, now };
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
  if (!dryRun) await refresh(table, "EVERYTHING", { now, written: true, whole: true });
  const inCodes = named.inCodes.map((what) => ({ what, why: "The code names the person." }));
  return { ...report, beside, ended, logged, left: [...report.left, ...inCodes] };
}

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

/** @throws HubError BAD_USER_INPUT for nothing, a name of one word, or what is no address or number. */
function termsOf({ names, emails, phones }: PersonGiven): PersonTerm[] {
  const wrong = (why: "noPerson" | "personEmail" | "personName" | "personPhone", where: string) =>
    new HubError("BAD_USER_INPUT", why, null, { where });
  if (names.length + emails.length + phones.length === 0) throw wrong("noPerson", "name");
  return [
    ...names.map((name) => {
      const words = wordsOf(name);
      if (words.length < fewestWords) throw wrong("personName", "name");
      return nameTerm(words);
    }),
    ...emails.map((address) => {
      if (!/^[^\s@]+@[^\s@]+$/.test(address.trim())) throw wrong("personEmail", "email");
      return emailTerm(address);
    }),
    ...phones.flatMap((number) => {
      const terms = phoneTerms(number);
      if (terms.length === 0) throw wrong("personPhone", "phone");
      return terms;
    }),
  ];
}

const keyOf = ({ pk, sk }: Item | Key): Key => ({ pk, sk });
