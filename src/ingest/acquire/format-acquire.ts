import type { AcquireReport, AcquireStatus } from "./acquire-source";

const words: Readonly<Record<AcquireStatus, string>> = {
  DOWNLOADED: "downloaded",
  FAILED: "failed",
  INBOX: "comes to the inbox of the hub: put the file into the folder by hand",
  KEPT: "has not changed",
  NO_ADDRESS: "its owner does not publish the address: give it with --address",
  NO_DATA: "its publisher has no data for it now",
  NO_ORIGIN: "its mapping file names no origin: put the file into the folder by hand",
};

/** One source in a line for people, and its faults below. */
export function formatAcquire({ source, file, status, bytes, gaps, error }: AcquireReport): string {
  const size = bytes === null ? "" : ` (${bytes.toLocaleString("en-GB")} bytes)`;
  const wrong = [...gaps, ...(error === null ? [] : [`${error.message} ${error.hint}`])];
  return [`${source}: ${file}${size} ${words[status]}`, ...wrong.map((each) => `  ${each}`)].join("\n");
}
