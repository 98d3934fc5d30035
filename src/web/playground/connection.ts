import { liveValue } from "./live-value";

/** Why the hub gives no answer: the status of a gateway before it, or null if nothing answers. */
export interface Outage {
  readonly status: number | null;
}

/** The outage that the last request met; null while the hub answers. */
export const outage = liveValue<Outage | null>(null);
