import { HubError } from "../../domain/kit/errors";
import { chunks, inGroups } from "../../storage/engine/chunks";
import { isOfItem } from "../../storage/engine/store-error";
import type { Table } from "../../storage/engine/table";
import { entityOf, type HubRecord } from "../../storage/records/hub-record";
import type { SaveOptions, SaveOutcome } from "../../storage/records/save";
import { finding, invalidRecord, type LineProblem, ofError, problem, shown } from "../kit/problem";
import type { FinishedRecord } from "../kit/source";
import { saveRecords } from "./save-records";

export interface SavedEach {
  /** Of each record; `null` for one that the store refused. */
  readonly outcomes: readonly (SaveOutcome | null)[];
  readonly refused: readonly LineProblem[];
}

/** Why a record of a row must not be saved; `null` if it may. */
export type Refuse = (record: HubRecord) => Promise<HubError | null>;

/** Each reads the record, and who owns it. */
const concurrentQuestions = 8;

/** So that an import that is stopped has saved most of what was asked. */
const savedTogether = 100;

/**
 * Saves the records of a batch. If the store refuses one, they are saved one by one, and only that one is a problem of its
 * row. An error of the store itself ends the run.
 * @param refuse asked before the records of a type are saved, when those that they refer to are.
 */
export async function saveEach(
  table: Table,
  records: readonly FinishedRecord[],
  options: SaveOptions,
  refuse?: Refuse,
): Promise<SavedEach> {
  if (refuse === undefined) return saveAllowed(table, records, options);
  const outcomes: (SaveOutcome | null)[] = records.map(() => null);
  const refused: LineProblem[] = [];
  for (const type of new Set(records.map((record) => record.type))) {
    const places = [...records.keys()].filter((i) => records[i]!.type === type);
    for (const some of chunks(places, savedTogether)) {
      const allowed: number[] = [];
      const errors = await inGroups(some, concurrentQuestions, (i) => refuse(records[i]!));
      for (const [n, i] of some.entries()) {
        const error = errors[n]!;
        if (error === null) allowed.push(i);
        else refused.push(problemOf(records[i]!, error));
      }
      const saved = await saveAllowed(
        table,
        allowed.map((i) => records[i]!),
        options,
      );
      for (const [n, i] of allowed.entries()) outcomes[i] = saved.outcomes[n]!;
      refused.push(...saved.refused);
    }
  }
  return { outcomes, refused };
}

async function saveAllowed(
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
      refused.push(problemOf(record, error));
    }
  }
  return { outcomes, refused };
}

const problemOf = (record: FinishedRecord, error: Error): LineProblem => ({
  line: record.lines[0] ?? null,
  about: entityOf(record),
  ...refusal(error),
});

const isOfRecord = (error: unknown): error is Error =>
  error instanceof HubError ? ["INVALID_RECORD", "FORBIDDEN"].includes(error.code) : isOfItem(error);

const refusal = (error: Error) =>
  problem(
    "ERROR",
    error instanceof HubError
      ? error.code === "FORBIDDEN"
        ? ofError("NOT_OWN", error)
        : invalidRecord(error)
      : finding("INVALID_RECORD", "notStored", { reason: shown(error.message)! }),
    null,
    null,
  );
