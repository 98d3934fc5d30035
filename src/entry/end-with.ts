import { Command, CommanderError } from "commander";
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
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  const known = error instanceof HubError ? error : storeErrorOf(error);
  if (known === null) {
    err(`${error instanceof Error ? error.stack : String(error)}\n`);
    return exitCodes.findings;
  }
  err(`${known.message} ${known.hint}\n`);
  const code = codeOf[known.code] ?? exitCodes.findings;
  if (known !== error) err(`The store said: ${detailOf(error as Error)}\n`);
  // Repetition does not help an error that the hub itself found, such as a damaged folder.
  if (code === exitCodes.store && (known !== error || known.code === "SERVICE_UNAVAILABLE"))
    err("What was written stays: run the same command again.\n");
  return code;
}

const detailOf = ({ name, message }: Error): string => (message === "" ? name : `${name}: ${message}`);

/** What a command needs of its process. */
export interface CommandContext {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly out: (text: string) => void;
  /** Progress and errors. */
  readonly err: (text: string) => void;
  readonly now: () => Date;
}

const ofProcess: CommandContext = {
  variables: process.env,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  now: () => new Date(),
};

/** A command without options yet: wrong usage is an error, so that the caller ends the process. */
export const commandOf = (
  name: string,
  description: string,
  { out, err }: Pick<CommandContext, "err" | "out">,
): Command =>
  new Command(name).description(description).configureOutput({ writeOut: out, writeErr: err }).exitOverride();

/** The values of an option that are separated by commas. */
export const listOf = (text: string): string[] => text.split(",").map((code) => code.trim());

/** The error for a file that a command cannot write. @param where the option that names it. */
export const notWritable =
  (file: string, where: string) =>
  (cause: NodeJS.ErrnoException): never => {
    const values = { place: file, reason: String(cause.code) };
    throw new HubError("BAD_USER_INPUT", "notWritable", values, { where, cause });
  };

/** Runs a command as the process: any error, also in a promise without a handler, ends in a sentence and a code. */
export function runProcess(
  command: (args: readonly string[], context: CommandContext) => Promise<number>,
): void {
  process.once("uncaughtException", (error) => process.exit(endWith(error, ofProcess.err)));
  command(process.argv.slice(2), ofProcess)
    .catch((error: unknown) => endWith(error, ofProcess.err))
    .then((code) => {
      process.exitCode = code;
    });
}
