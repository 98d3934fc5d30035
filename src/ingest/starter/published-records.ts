import type { IndicatorDefinition } from "../../domain/indicators/indicator";
import { type Observation, observationCode } from "../../domain/indicators/observation";
import { canonicalText } from "../../domain/kit/canonical-text";
import { byText } from "../../domain/kit/order";
import { matchingOrigin, type SourceRef } from "../../domain/kit/source-ref";
import type { AreaBoundary } from "../../domain/places/area-boundary";
import type { DataQualityIssue } from "../../domain/quality/data-quality-issue";
import { scan } from "../../storage/engine/scan";
import type { Table } from "../../storage/engine/table";
import { readShape } from "../../storage/records/area-shape";
import {
  codecOf,
  type HubRecordType,
  hubRecordTypes,
  isRecordType,
  recordTypeOf,
} from "../../storage/records/hub-record";
import { idOf } from "../../storage/records/stored-item";
import { protectedObservations } from "../run/small-numbers";
import { boundaryLineOf } from "./boundary-lines";
import { seriesOf } from "./observation-series";
import { boundariesFile, issuesFile, seriesFile, starterFiles } from "./starter-files";

export type RecordsByType = ReadonlyMap<HubRecordType, ReadonlyMap<string, unknown>>;

/** Types that follow from others have no file. */
const types = hubRecordTypes.filter((type) => starterFiles.some((file) => file.type === type));

/**
 * All records of the table that starter files can have, in the order of types and codes. The instant at which a source was read
 * is a fact of each hub and left out.
 */
export async function recordsOfTable(table: Table): Promise<RecordsByType> {
  const found = new Map<HubRecordType, Map<string, unknown>>(types.map((type) => [type, new Map()]));
  for await (const item of scan(table)) {
    if (item.record === undefined || !isRecordType(item.type)) continue;
    const type = recordTypeOf(item.type as string);
    const codec = codecOf(type);
    const own = found.get(type);
    if (own !== undefined && idOf(codec.key(item.record)) === idOf(item) && !isOfHub(type, item.record))
      own.set(codec.code(item.record), await wholeRecord(table, type, item.record));
  }
  return new Map([...found].map(([type, own]) => [type, new Map([...own].sort(([a], [b]) => byCode(a, b)))]));
}

/** Issues from before, and those that the hub finds itself when it loads the records. */
const isOfHub = (type: HubRecordType, record: unknown): boolean => {
  const { resolvedAt, sourceCode } = record as DataQualityIssue;
  return type === "dataQualityIssue" && (resolvedAt !== null || sourceCode === matchingOrigin);
};

async function wholeRecord(table: Table, type: HubRecordType, record: unknown): Promise<unknown> {
  if (type === "sourceRef") return { ...(record as SourceRef), retrievedAt: null };
  if (type === "dataQualityIssue") return { ...(record as DataQualityIssue), firstSeen: "" };
  if (type !== "areaBoundary") return record;
  const stored = record as Omit<AreaBoundary, "polygons">;
  const polygons = await readShape(table, stored.areaCode, ({ reason }) => {
    throw new Error(reason);
  });
  return { ...stored, polygons };
}

/**
 * The records of an import as a starter file may have them: the gate for small numbers sees all files together, and suppresses
 * what only two of them give away. Loading suppresses nothing more.
 */
export async function publishableRecords(table: Table): Promise<RecordsByType> {
  const records = await recordsOfTable(table);
  const observations = [...records.get("observation")!.values()] as Observation[];
  const definitions = [...records.get("indicator")!.values()] as IndicatorDefinition[];
  const { given } = await protectedObservations(table, observations, definitions);
  return new Map(records).set("observation", new Map(given.map((each) => [observationCode(each), each])));
}

/** Those that the others lack, or have in another form. */
export const recordsBeside = (all: RecordsByType, others: RecordsByType): RecordsByType =>
  new Map(
    [...all].map(([type, own]) => [
      type,
      new Map([...own].filter(([code, record]) => !isSame(record, others.get(type)?.get(code)))),
    ]),
  );

const isSame = (a: unknown, b: unknown): boolean => b !== undefined && canonicalText(a) === canonicalText(b);

/** The text of each file with records: an array with one entry per line, so that differences are easy to read. */
export const publishedFiles = (records: RecordsByType): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...records]
      .filter(([, own]) => own.size > 0)
      .map(([type, own]) => {
        const [file, entries] = entriesOf(type, [...own.values()]);
        return [file, `[\n${entries.map((entry) => JSON.stringify(entry)).join(",\n")}\n]\n`];
      }),
  );

function entriesOf(type: HubRecordType, records: readonly unknown[]): [string, readonly unknown[]] {
  if (type === "areaBoundary")
    return [boundariesFile, (records as readonly AreaBoundary[]).map(boundaryLineOf)];
  if (type === "observation") return [seriesFile, seriesOf(records as readonly Observation[])];
  if (type === "dataQualityIssue")
    return [
      issuesFile,
      (records as DataQualityIssue[]).map(({ firstSeen: _, resolvedAt: __, ...issue }) => issue),
    ];
  // The constructor puts the fields in the order of the form.
  const { create, starterFile } = codecOf(type);
  return [starterFile!, records.map((record) => create!(record))];
}

/** A line for each type with differences. */
export const differencesOf = (before: RecordsByType, after: RecordsByType): string[] =>
  types.flatMap((type) => {
    const [old, now] = [before.get(type) ?? new Map(), after.get(type) ?? new Map()];
    const added = [...now.keys()].filter((code) => !old.has(code)).length;
    const removed = [...old.keys()].filter((code) => !now.has(code)).length;
    const changed = [...now].filter(
      ([code, record]) => old.has(code) && !isSame(record, old.get(code)),
    ).length;
    return added + removed + changed === 0
      ? []
      : [`${type}: ${added} added, ${changed} changed, ${removed} removed, ${now.size} in all`];
  });

const numeric = new Intl.Collator("en", { numeric: true }).compare;
const byCode = (a: string, b: string): number => numeric(a, b) || byText(a, b);
