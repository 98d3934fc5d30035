import { readFile } from "node:fs/promises";
import path from "node:path";
import { createAction } from "../domain/action";
import { createArea, createAreaOverlaps } from "../domain/area";
import { createCentre } from "../domain/centre";
import { createCityCalendar } from "../domain/city-calendar";
import { createEngagementEvent } from "../domain/engagement-event";
import { HubError } from "../domain/errors";
import { createEvaluationQuestion } from "../domain/evaluation-question";
import { createExpenditure } from "../domain/expenditure";
import { createIndicatorDefinition } from "../domain/indicator";
import { createIndicatorTarget } from "../domain/indicator-target";
import { createMilestone } from "../domain/milestone";
import { createObservation } from "../domain/observation";
import { createOrganization } from "../domain/organization";
import { createPartnership } from "../domain/partnership";
import { createSourceRef } from "../domain/source-ref";
import { createStrategy } from "../domain/strategy";
import { createTaxonomyTerm } from "../domain/taxonomy-term";
import { createRepositories } from "../storage";
import { codecOf, type HubRecordType, type RecordTypes } from "../storage/hub-record";
import { saveAll, starterOrigin } from "../storage/save";
import type { Table } from "../storage/table";
import { countOutcomes, type RecordCounts } from "./report";

interface StarterFile {
  readonly file: string;
  readonly type: HubRecordType;
  /** Checks what the file holds, whatever it is. */
  readonly create: (fields: unknown) => unknown;
}

const starterFile = <T extends HubRecordType>(
  file: string,
  type: T,
  create: (fields: RecordTypes[T]) => RecordTypes[T],
): StarterFile => ({ file, type, create: (fields) => create(fields as RecordTypes[T]) });

/** The files of the starter data, in the order of loading: what others refer to comes first. */
export const starterFiles: readonly StarterFile[] = [
  starterFile("sources.json", "sourceRef", createSourceRef),
  starterFile("taxonomy-terms.json", "taxonomyTerm", createTaxonomyTerm),
  starterFile("areas.json", "area", createArea),
  starterFile("city-calendars.json", "cityCalendar", createCityCalendar),
  starterFile("area-overlaps.json", "areaOverlaps", createAreaOverlaps),
  starterFile("indicators.json", "indicator", createIndicatorDefinition),
  starterFile("observations.json", "observation", createObservation),
  starterFile("organizations.json", "organization", createOrganization),
  starterFile("strategies.json", "strategy", createStrategy),
  starterFile("partnerships.json", "partnership", createPartnership),
  starterFile("centres.json", "centre", createCentre),
  starterFile("actions.json", "action", createAction),
  starterFile("milestones.json", "milestone", createMilestone),
  starterFile("expenditures.json", "expenditure", createExpenditure),
  starterFile("indicator-targets.json", "indicatorTarget", createIndicatorTarget),
  starterFile("engagement-events.json", "engagementEvent", createEngagementEvent),
  starterFile("evaluation-questions.json", "evaluationQuestion", createEvaluationQuestion),
];

/** What became of the records of each file; files that are not there are left out. */
export type StarterReport = Readonly<Record<string, RecordCounts>>;

/**
 * Loads the facts that come with the hub. Records that an import wrote stay as they are (KEPT).
 * @param folder with JSON arrays of records, in the hub's own format.
 * @throws HubError SOURCE_UNREADABLE that names the file, and INVALID_RECORD that names the record.
 */
export async function loadStarter(table: Table, folder: string, now: string): Promise<StarterReport> {
  const report: Record<string, RecordCounts> = {};
  for (const { file, type, create } of starterFiles) {
    const text = await readFile(path.join(folder, file), "utf8").catch(absentIsNull);
    if (text === null) continue;
    const records = recordsOf(file, text).map((fields, i) => recordOf(file, i, fields, create));
    const outcomes = await saveAll(table, codecOf(type), records, { origin: starterOrigin, now });
    report[file] = countOutcomes(outcomes);
  }
  const written = Object.values(report).some(({ created, changed }) => created + changed > 0);
  if (written) await createRepositories(table).hub.bumpDataVersion(now);
  return report;
}

function absentIsNull(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}

function recordsOf(file: string, text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return value;
  } catch (cause) {
    throw unreadable(file, `is not JSON: ${(cause as SyntaxError).message}`, cause);
  }
  throw unreadable(file, "is no JSON array of records");
}

function recordOf(file: string, index: number, fields: unknown, create: StarterFile["create"]): unknown {
  try {
    return create(fields);
  } catch (error) {
    if (error instanceof HubError) throw error;
    throw unreadable(file, `has no complete record at [${index}]: ${(error as Error).message}`, error);
  }
}

const unreadable = (file: string, what: string, cause?: unknown): HubError =>
  new HubError("SOURCE_UNREADABLE", {
    message: `The starter file ${file} ${what}.`,
    messageIt: `Il file iniziale ${file} non è leggibile.`,
    hint: "Correct the file; data/README.md describes the format.",
    where: file,
    cause,
  });
