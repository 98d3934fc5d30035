import { SingleBar } from "cli-progress";
import type { IngestRequest } from "../ingest/run/run";

/** How far an import is, for who watches it. */
export interface ProgressView extends Required<Pick<IngestRequest, "onBatch" | "onProgress">> {
  /** Leaves the line as it is. */
  stop(): void;
}

/** A line for each source, where nobody watches: in a log, in a pipe. */
export const plainProgress = (err: (text: string) => void): ProgressView => ({
  onProgress: (message) => err(`${message}\n`),
  onBatch: () => undefined,
  stop: () => undefined,
});

/** A bar for the source at work, with rows, rows per second and the time that is left; a line for each that is done. */
export function barProgress(stream: NodeJS.WritableStream, now: () => Date): ProgressView {
  const format = "{source} [{bar}] {percentage} % | {rows} rows | {rate} rows/s | {eta_formatted} left";
  const bar = new SingleBar({ format, stream, hideCursor: true, clearOnComplete: true, etaBuffer: 20 });
  let source: string | null = null;
  let startedAt = 0;
  const stop = (): void => {
    if (source !== null) bar.stop();
    source = null;
  };
  return {
    stop,
    onProgress(message) {
      stop();
      if (!message.endsWith(": reading")) stream.write(`${message}\n`);
    },
    onBatch(code, { bytesRead, bytesTotal, rowsRead }) {
      if (source !== code) {
        stop();
        source = code;
        startedAt = now().getTime();
        bar.start(bytesTotal, 0, { source: code, rows: 0, rate: 0 });
      }
      const seconds = Math.max(now().getTime() - startedAt, 1) / 1000;
      bar.update(bytesRead, { rows: rowsRead.toLocaleString("en-GB"), rate: Math.round(rowsRead / seconds) });
    },
  };
}
