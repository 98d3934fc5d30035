import { HubError } from "../../domain/kit/errors";
import { isOfItem } from "../../storage/engine/store-error";
import type { Table } from "../../storage/engine/table";
import { entityOf } from "../../storage/records/hub-record";
import type { SaveOptions, SaveOutcome } from "../../storage/records/save";
import { finding, invalidRecord, type LineProblem, problem, shown } from "../kit/problem";
import type { FinishedRecord } from "../kit/source";
import { saveRecords } from "./save-records";

export interface SavedEach {
  /** Of each record; `null` for one that the store refused. */
  readonly outcomes: readonly (SaveOutcome | null)[];
  readonly refused: readonly LineProblem[];
}

/**
 * Saves the records of a batch. If the store refuses one, they are saved one by one, and only that one is a problem of its
 * row. An error of the store itself ends the run.
 */
export async function saveEach(
  table: Table,
  records: readonly FinishedRecord[],
  options: SaveOptions,
): Promise<SavedEach> {
  try {
    return { outcomes: await saveRecords(table, records, options), refused: [] };
  } catch (error) {
    if (!isOfRecord(error)) throw error;
  }
  const outcomes: (SaveOutcome | null)[] = [];
  const refused: LineProblem[] = [];
  for (const record of records) {
    try {
      outcomes.push(...(await saveRecords(table, [record], options)));
    } catch (error) {
      if (!isOfRecord(error)) throw error;
      outcomes.push(null);
      refused.push({ line: record.lines[0] ?? null, about: entityOf(record), ...refusal(error) });
    }
  }
  return { outcomes, refused };
}

const isOfRecord = (error: unknown): error is Error =>
  error instanceof HubError ? error.code === "INVALID_RECORD" : isOfItem(error);

const refusal = (error: Error) =>
  problem(
    "ERROR",
    error instanceof HubError
      ? invalidRecord(error)
      : finding("INVALID_RECORD", "notStored", { reason: shown(error.message)! }),
    null,
    null,
  );
