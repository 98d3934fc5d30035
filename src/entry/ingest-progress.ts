import { SingleBar } from "cli-progress";
import type { IngestRequest } from "../ingest/run/run";

/** The progress of an import, for the person who watches it. */
export interface ProgressView extends Required<Pick<IngestRequest, "onBatch" | "onProgress">> {
  stop(): void;
}

/** One line for each source, for a log or a pipe. */
export const plainProgress = (err: (text: string) => void): ProgressView => ({
  onProgress: (message) => err(`${message}\n`),
  onBatch: () => undefined,
  stop: () => undefined,
});

/** A bar for the current source, with rows, rows per second and the time left; one line for each finished source. */
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
