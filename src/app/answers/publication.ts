/** What is published for readers. */
export interface Publication {
  /**
   * The newest version that this process answers from; `null` while answers are not of one version: then none is cached. It
   * only grows, and names a version after everything of it is published.
   */
  version(): number | null;
  /** The version of the data up to which everything is in that version; `null` before the first. */
  dataVersion(): number | null;
  /** Whether a version of the data is in it. */
  includes(dataVersion: number): boolean;
  /** Whether a version of the data is published; waits at most so many milliseconds for it. */
  waitFor(dataVersion: number, milliseconds: number): Promise<boolean>;
}
