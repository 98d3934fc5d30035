import { HubError } from "../../domain/kit/errors";

export type Wait = (milliseconds: number) => Promise<void>;

const sleep: Wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const attempts = 8;
const firstDelayMs = 25;

/** The delay doubles with each attempt and is random up to its bound ("full jitter"). */
export const pause = (wait: Wait | undefined, attempt: number): Promise<void> =>
  (wait ?? sleep)(Math.random() * firstDelayMs * 2 ** attempt);

/**
 * Sends a batch again until nothing of it is left: a busy DynamoDB may process only part of a batch, and the SDK does
 * not retry that. All delays together are about 3 s.
 * @param send sends what is pending and returns the rest.
 * @throws HubError SERVICE_UNAVAILABLE if something is left after eight attempts.
 */
export async function backOff<T>(
  batch: readonly T[],
  wait: Wait | undefined,
  send: (pending: readonly T[]) => Promise<T[]>,
) {
  let pending: readonly T[] = batch;
  for (let attempt = 0; attempt < attempts; attempt++) {
    if (attempt > 0) await pause(wait, attempt);
    pending = await send(pending);
    if (pending.length === 0) return;
  }
  const values = { left: pending.length, count: batch.length };
  throw new HubError("SERVICE_UNAVAILABLE", "incomplete", values);
}
