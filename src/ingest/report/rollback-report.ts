/** The outcome of reverting a run. */
export interface RollbackReport {
  /** Code of the reverting run, and of the reverted one. */
  readonly run: string;
  readonly rollbackOf: string;
  readonly restored: number;
  /** Records that did not exist before the run. */
  readonly removed: number;
  /** Records with later changes by others, as type and code: they stay. */
  readonly conflicts: readonly string[];
}
