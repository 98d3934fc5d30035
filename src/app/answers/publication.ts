import type { Repositories } from "../../storage";

/** What is published for readers. */
export interface Publication {
  /**
   * The newest version that this process answers from; `null` while answers are not of one version: then none is cached. It
   * only grows, and names a version after everything of it is published.
   */
  version(): number | null;
  /** Whether the version, or a later one, is published; waits at most so many milliseconds for it. */
  waitFor(version: number, milliseconds: number): Promise<boolean>;
}

const betweenLooksMs = 100;

/** The records as they are at each read: no answer is of one version, but a version is there once its write is. */
export const liveRecords = ({ hub }: Pick<Repositories, "hub">): Publication => ({
  version: () => null,
  async waitFor(version, milliseconds) {
    const end = performance.now() + milliseconds;
    while ((await hub.dataVersion()).version < version) {
      if (performance.now() > end) return false;
      await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
    }
    return true;
  },
});
