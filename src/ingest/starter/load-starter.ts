import { createHash } from "node:crypto";
import { redacted } from "../../domain/identity/redact";
import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import type { Observation } from "../../domain/indicators/observation";
import { groupBy } from "../../domain/kit/group-by";
import type { SourceRef } from "../../domain/kit/source-ref";
import type { DataQualityIssue } from "../../domain/quality/data-quality-issue";
import type { SavedRecords } from "../../domain/quality/import-run";
import { isBehind, unpublishedVersions } from "../../projections/behind";
import { publishedForm, refresh } from "../../projections/refresh";
import { tableRepositories } from "../../storage";
import type { Table } from "../../storage/engine/table";
import { erasedPersons } from "../../storage/identity/erased-persons";
import { withoutErased } from "../../storage/identity/without-erased";
import { layout } from "../../storage/records/codec";
import { codecs } from "../../storage/records/codecs";
import { codecOf, type HubRecord, type HubRecordType } from "../../storage/records/hub-record";
import { starterOrigin } from "../../storage/records/override";
import { saveAll } from "../../storage/records/save";
import { removeAll } from "../../storage/records/write-gone";
import { type IssueOptions, saveFoundIssues } from "../report/quality-issues";
import { countOutcomes } from "../report/report";
import { placeIssues } from "../run/place-issues";
import { beforeFirst } from "../run/save-records";
import { protectedObservations } from "../run/small-numbers";
import { issuesFile, readTexts, type StarterTexts, starterFiles, textsOf } from "./starter-files";

/** The outcomes for the records of each file; missing files are left out. */
export type StarterReport = Readonly<Record<string, SavedRecords>>;

/**
 * Loads the facts that come with the hub. Records from an import stay as they are (KEPT).
 * @param folders with JSON arrays of records, in the hub's own format. A record of a later one counts instead of the same
 * record of an earlier one.
 * @throws HubError SOURCE_UNREADABLE that names the file, and INVALID_RECORD that names the record.
 */
export const loadStarter = async (
  table: Table,
  folders: string | readonly string[],
  now: string,
): Promise<StarterReport> => load(table, await textsOf([folders].flat()), now);

/** What some folders contain. */
export interface Starter {
  readonly texts: StarterTexts;
  /** The same for the same files and the same way to store and publish them. */
  readonly hash: string;
}

export async function readStarter(folders: readonly string[]): Promise<Starter> {
  const texts = await textsOf(folders);
  const hash = createHash("sha256").update(JSON.stringify([layout, publishedForm]));
  for (const [file, given] of texts)
    for (const text of given) hash.update(`${file} ${text.length} `).update(text);
  return { texts, hash: hash.digest("base64url") };
}

/**
 * As `loadStarter`, unless these very files were loaded before: a start with nothing new reads no record.
 * @returns `null` then.
 */
export async function loadNewStarter(
  table: Table,
  { texts, hash }: Starter,
  now: string,
): Promise<StarterReport | null> {
  const { hub } = tableRepositories(table);
  if ((await hub.starterHash()) === hash && !(await isBehind(table))) {
    // Edits that are stored and were not published any more.
    if ((await unpublishedVersions(table))?.length) await refresh(table, [], { now });
    return null;
  }
  const report = await load(table, texts, now);
  await hub.markStarter(hash);
  return report;
}

/** Whether a start loaded everything that comes with the hub, so that an import keeps to it. */
export const hasStarted = async (table: Table): Promise<boolean> =>
  (await tableRepositories(table).hub.starterHash()) !== null;

async function load(table: Table, texts: StarterTexts, now: string): Promise<StarterReport> {
  const report: Record<string, SavedRecords> = {};
  const { hub } = tableRepositories(table);
  const unfinished = await hub.isUnfinished();
  const whole = await isBehind(table);
  const before = beforeFirst(() => hub.markUnfinished());
  const modified = new Map<string, string | null>();
  const definitions: IndicatorDefinition[] = [];
  const erased = await erasedPersons(table);
  /** Stored observations beside them stay: a starter record replaces none of an import. */
  const safeToStore = async (
    type: HubRecordType,
    records: readonly unknown[],
  ): Promise<readonly unknown[]> =>
    type === "observation"
      ? (await protectedObservations(table, records as Observation[], definitions)).given
      : records;
  for (const starterFile of starterFiles) {
    const { file, type } = starterFile;
    const given = texts.get(file);
    if (given === undefined || file === issuesFile) continue;
    const codec = codecOf(type);
    const all = readTexts(starterFile, given);
    const records = all.map((record) => withoutErased({ type, record } as HubRecord, erased).record.record);
    if (type === "sourceRef")
      for (const source of records as SourceRef[]) modified.set(source.code, source.modified);
    // For a record with several sources it is unknown which of them stated it first.
    const publishedOn = (record: unknown): string | null => {
      const { sourceCodes = [] } = record as { readonly sourceCodes?: readonly string[] };
      return sourceCodes.length === 1 ? (modified.get(sourceCodes[0]!) ?? null) : null;
    };
    if (type === "indicator") definitions.push(...(records as IndicatorDefinition[]));
    const options = { origin: starterOrigin, now, publishedOn, before, isProtected: type === "observation" };
    const outcomes = await saveAll(table, codec, await safeToStore(type, records), options);
    report[file] = countOutcomes(outcomes);
  }
  const issuesWritten = await saveIssuesOfFiles(table, texts.get(issuesFile) ?? [], { now, before });
  const dropped = await dropDecisions(table, texts);
  const written = Object.values(report).some(({ created, changed }) => created + changed > 0);
  // The writes of an interrupted run have no version and no projections yet.
  const hasNew = written || issuesWritten + dropped > 0 || unfinished;
  if (hasNew || whole)
    await refresh(table, "EVERYTHING", {
      now,
      whole,
      written: hasNew,
      located: placeIssues(table, now),
    });
  return report;
}

/**
 * Faults that come with the hub. For a source that was imported here the import knows better.
 * @returns how many were written.
 */
async function saveIssuesOfFiles(
  table: Table,
  given: readonly string[],
  options: Pick<IssueOptions, "before" | "now">,
): Promise<number> {
  const file = starterFiles.find((each) => each.file === issuesFile)!;
  const erased = await erasedPersons(table);
  const issues = (readTexts(file, given) as DataQualityIssue[]).map((each) =>
    erased === null ? each : redacted(each, erased),
  );
  const bySource = groupBy(issues, ({ sourceCode }) => sourceCode);
  const sources = [...bySource.keys()];
  const runs = await tableRepositories(table).importRuns.lastOf(sources);
  let written = 0;
  for (const [i, code] of sources.entries()) {
    if (runs[i]!.lastSuccessfulRun !== null) continue;
    const saved = await saveFoundIssues(table, code, bySource.get(code)!, { ...options, complete: true });
    written += saved.new + saved.changed + saved.resolved;
  }
  return written;
}

/**
 * A decision of stewards that left its file has no effect any more. Folders without the file, such as the demonstration, decide
 * nothing.
 * @returns how many were dropped.
 */
async function dropDecisions(table: Table, texts: StarterTexts): Promise<number> {
  const file = starterFiles.find(({ type }) => type === "sameCentreDecision")!;
  const given = texts.get(file.file);
  if (given === undefined) return 0;
  const own = new Set(readTexts(file, given).map(codecOf(file.type).code));
  const { hub, sameCentreDecisions } = tableRepositories(table);
  const stored = await sameCentreDecisions.all();
  const gone = stored.filter(({ code }) => !own.has(code));
  if (gone.length === 0) return 0;
  await hub.markUnfinished();
  await removeAll(table, gone.map(codecs.sameCentreDecision.key));
  return gone.length;
}
