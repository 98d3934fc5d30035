/** What came of taking a run back. */
export interface RollbackReport {
  /** Code of the run that took back, and of the one that was taken back. */
  readonly run: string;
  readonly rollbackOf: string;
  readonly restored: number;
  /** Records that were not there before the run. */
  readonly removed: number;
  /** Records that somebody changed since, as type and code: they stay as they are. */
  readonly conflicts: readonly string[];
}
