/** What is published for readers. */
export interface Publication {
  /** Looks for the current version, if that was not done lately. An error is left to those who read it. */
  look(): Promise<void>;
  /**
   * The version that this process answers from; `null` if it was not looked for lately: then no answer is kept or given. It only
   * grows, and names a version after everything of it is published.
   */
  version(): number | null;
  /** The version of the data up to which everything is in that version; `null` before the first. */
  dataVersion(): number | null;
  /** Whether a version of the data is in it. */
  includes(dataVersion: number): boolean;
  /** Whether a version of the data is published; waits at most so many milliseconds for it. */
  waitFor(dataVersion: number, milliseconds: number): Promise<boolean>;
}
