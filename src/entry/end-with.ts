import { HubError, type HubErrorCode } from "../domain/kit/errors";
import { storeErrorOf } from "../storage/engine/store-error";

/** The exit codes of every command; docs/import-runs.md lists them. */
export const exitCodes = {
  done: 0,
  /** The output says what is wrong. */
  findings: 1,
  usage: 2,
  /** Another import is running, or replaced this one. */
  importRunning: 3,
  /** The store failed: nothing is wrong with the files. */
  store: 4,
  /** As a shell reports a command that was ended by Ctrl+C. */
  interrupted: 130,
} as const;

const codeOf: Partial<Record<HubErrorCode, number>> = {
  BAD_USER_INPUT: exitCodes.usage,
  IMPORT_RUNNING: exitCodes.importRunning,
  LEASE_LOST: exitCodes.importRunning,
  SERVICE_UNAVAILABLE: exitCodes.store,
  STALE_TABLE: exitCodes.store,
  STORE_REFUSED: exitCodes.store,
  UNKNOWN_CODE: exitCodes.usage,
};

/**
 * Prints in a sentence or two what ended a command, and what to do about it.
 * @returns the exit code. An unexpected error is printed with its stack, because it is a fault of the program.
 */
export function endWith(error: unknown, err: (text: string) => void): number {
  const known = error instanceof HubError ? error : storeErrorOf(error);
  if (known === null) {
    err(`${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCodes.findings;
  }
  err(`${known.message} ${known.hint}\n`);
  const code = codeOf[known.code] ?? exitCodes.findings;
  if (known !== error) err(`The store said: ${detailOf(error as Error)}\n`);
  if (code === exitCodes.store) err("What was written stays: run the same command again.\n");
  return code;
}

const detailOf = ({ name, message }: Error): string => (message === "" ? name : `${name}: ${message}`);

/** Runs a command as the process: any error, also in a promise without a handler, ends in a sentence and a code. */
export function runProcess(command: () => Promise<number>): void {
  const err = (text: string): void => {
    process.stderr.write(text);
  };
  process.once("uncaughtException", (error) => process.exit(endWith(error, err)));
  command().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.exitCode = endWith(error, err);
    },
  );
}
