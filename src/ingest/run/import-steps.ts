import { refreshBatch } from "../../projections/refresh";
import type { Table } from "../../storage/engine/table";
import type { HubRecord } from "../../storage/records/hub-record";
import type { SaveOptions, SaveOutcome } from "../../storage/records/save";
import type { SourceProblem } from "../kit/problem";
import type { Source } from "../kit/source";
import { type IssueCounts, type IssueOptions, saveIssues } from "../report/quality-issues";
import { saveRecords } from "./save-records";

/** All effects of an import on the hub; a dry run or a journal replaces some of them. */
export interface ImportSteps {
  /** @returns the outcome for each record, in their order. */
  save(records: readonly HubRecord[], options: SaveOptions): Promise<SaveOutcome[]>;
  /** Updates the projections of records. */
  follow(records: readonly HubRecord[], options: SaveOptions): Promise<SaveOutcome[]>;
  keepIssues(source: Source, problems: readonly SourceProblem[], options: IssueOptions): Promise<IssueCounts>;
}

export const usualSteps = (table: Table): ImportSteps => ({
  save: (records, options) => saveRecords(table, records, options),
  follow: (records, options) => refreshBatch(table, records, options),
  keepIssues: (source, problems, options) => saveIssues(table, source, problems, options),
});
