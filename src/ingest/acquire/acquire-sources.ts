import { mkdir } from "node:fs/promises";
import type { Source } from "../kit/source";
import { type AcquireOptions, type AcquireReport, acquireSource } from "./acquire-source";
import { withFolder } from "./folder-lock";

/**
 * The files of all sources with an origin, one after the other: a failure does not stop the next one, and an existing
 * file stays.
 * @throws HubError ALREADY_EXISTS while another download is running in the folder.
 */
export async function acquireSources(
  sources: readonly Source[],
  options: AcquireOptions & { readonly onDone?: (report: AcquireReport) => void },
): Promise<readonly AcquireReport[]> {
  await mkdir(options.folder, { recursive: true });
  return withFolder(options.folder, async () => {
    const reports: AcquireReport[] = [];
    for (const source of sources) {
      const report = await acquireSource(source, options);
      options.onDone?.(report);
      reports.push(report);
    }
    return reports;
  });
}

/** 0: all files with an origin are complete and valid. 1: one is missing or incomplete. */
export const acquireExitCode = (reports: readonly AcquireReport[]): 0 | 1 =>
  reports.some(({ status, gaps }) => status === "FAILED" || gaps.length > 0) ? 1 : 0;
