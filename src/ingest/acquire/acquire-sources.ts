import { mkdir } from "node:fs/promises";
import type { Source } from "../kit/source";
import { type AcquireOptions, type AcquireReport, acquireSource } from "./acquire-source";
import { withFolder } from "./folder-lock";

/**
 * The files of all sources that declare where theirs comes from, one after the other: what fails does not stop the
 * next one, and what is there of it stays.
 * @throws HubError ALREADY_EXISTS while another download is at work in the folder.
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

/** 0: everything that has an origin is there as it should be. 1: something could not be had, or not whole. */
export const acquireExitCode = (reports: readonly AcquireReport[]): 0 | 1 =>
  reports.some(({ status, gaps }) => status === "FAILED" || gaps.length > 0) ? 1 : 0;
