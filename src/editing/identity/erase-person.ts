import type { Caller } from "../../domain/identity/caller";
import {
  emailTerm,
  fewestWords,
  nameTerm,
  type PersonTerm,
  phoneTerms,
  wordsOf,
} from "../../domain/identity/person-terms";
import { knownAmong, namesPerson } from "../../domain/identity/redact";
import { HubError } from "../../domain/kit/errors";
import { groupBy } from "../../domain/kit/group-by";
import type { Table } from "../../storage/engine/table";
import { rememberErased } from "../../storage/identity/erased-persons";
import { takeLease } from "../../storage/imports/import-lease";
import { type ErasureReport, erasePass, isNothing } from "./erase-pass";

/** By what a person asks to be found: as many spellings as are known. */
export interface PersonGiven {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

interface ErasureOrder {
  readonly by: Caller;
  readonly reason: string;
  /** Instant, ISO 8601 UTC. */
  readonly now: string;
  /** Only reports. */
  readonly dryRun: boolean;
  readonly wait: (ms: number) => Promise<unknown>;
}

/** A change that was checked before the person was remembered is stored by then: functions end after 29 seconds. */
const longestChangeMs = 60_000;
/** So long an erasure waits for an import: a function imports for at most a quarter of an hour. */
const longestImportMs = 20 * 60_000;
/** Each further pass finds only what was copied during the one before. */
const mostPasses = 5;

/**
 * Removes a person from records, histories, requests, journals, keys, proposals, webhooks and the log of changes, publishes the result, and remembers keyed
 * hashes, so that no import brings the person back. What began before may still store the person after the pass over the table. So
 * passes follow, each when what could do so has ended, until one finds nothing. Replaced pages and exports are the task of the caller. A second run completes one that
 * was killed.
 * @throws HubError BAD_USER_INPUT.
 */
export async function erasePerson(
  table: Table,
  person: PersonGiven,
  { by, reason, now, dryRun, wait }: ErasureOrder,
): Promise<ErasureReport> {
  const given = termsOf(person);
  const terms = knownAmong(given);
  if (namesPerson(reason, terms))
    throw new HubError("BAD_USER_INPUT", "reasonNamesPerson", null, { where: "reason" });
  const pass = (at: string) => erasePass(table, { terms, by: by.name, reason, now: at }, dryRun);
  if (dryRun) return pass(now);
  // First, so that an import meanwhile does not bring back what is removed here.
  await rememberErased(table, given);
  let report = await pass(now);
  for (let number = 2; number <= mostPasses; number++) {
    const running = await earlierWriters(table, wait);
    const found = await pass(table.clock());
    report = together(report, found);
    if (running !== null) return withLeft(report, running);
    if (isNothing(found)) return report;
  }
  return withLeft(report, {
    what: "The person",
    why: `Each of ${mostPasses} passes found more. Run the same command again.`,
  });
}

/**
 * Waits until everything has ended that began before and may still store the person. Imports hold a lease: who has got it knows that none of
 * those before is running, and later ones know the person.
 * @returns what has not ended; `null` for nothing.
 */
async function earlierWriters(table: Table, wait: ErasureOrder["wait"]) {
  await wait(longestChangeMs);
  try {
    const sleep = async (ms: number) => void (await wait(ms));
    const lease = await takeLease(table, { holder: "an erasure", waitMs: longestImportMs, sleep });
    await lease.release();
    return null;
  } catch (error) {
    if (!(error instanceof HubError) || error.code !== "IMPORT_RUNNING") throw error;
    return {
      what: "An import",
      why: `It may have begun before: ${error.message} Then run the same command again.`,
    };
  }
}

const withLeft = (report: ErasureReport, left: ErasureReport["left"][number]): ErasureReport => ({
  ...report,
  left: [...report.left, left],
});

/** What two passes found. What is left is what the later one left. */
function together(one: ErasureReport, other: ErasureReport): ErasureReport {
  const records = groupBy([...one.records, ...other.records], ({ record }) => record);
  return {
    records: [...records].map(([record, found]) => ({
      record,
      versions: found.reduce((sum, { versions }) => sum + versions, 0),
    })),
    beside: one.beside + other.beside,
    ended: [...one.ended, ...other.ended],
    logged: one.logged + other.logged,
    left: other.left,
  };
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
