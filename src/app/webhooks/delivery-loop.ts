import { type Log, stackOf } from "../log";
import type { Deliver } from "./deliver";

/** Delivers within this process. */
export interface DeliveryLoop {
  /** Something may be due. */
  wake(): void;
  /** Ends after the attempts that are under way. */
  stop(): Promise<void>;
}

/** Publications of one moment are delivered together. */
const collectedMs = 100;
/** While there are webhooks, the loop also looks for what other processes published: a small read. */
const lookEveryMs = 60_000;

/** Runs after each publication and when an attempt is due. Without webhooks it reads nothing in between. */
export function deliveryLoop(deliver: Deliver, log: Log): DeliveryLoop {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isWoken = false;
  let isStopped = false;

  function after(ms: number): void {
    if (timer !== null) clearTimeout(timer);
    timer = isStopped ? null : setTimeout(run, ms).unref();
  }

  async function pass(): Promise<void> {
    isWoken = false;
    try {
      const { live, nextAt } = await deliver();
      const untilNext = nextAt === null ? lookEveryMs : Date.parse(nextAt) - Date.now();
      if (live > 0) after(Math.min(lookEveryMs, Math.max(collectedMs, untilNext)));
    } catch (error) {
      log({ level: "error", message: "Webhooks were not served.", error: stackOf(error) });
      after(lookEveryMs);
    }
  }

  function run(): void {
    if (running !== null) return;
    timer = null;
    running = pass().finally(() => {
      running = null;
      if (isWoken) after(collectedMs);
    });
  }

  return {
    wake() {
      isWoken = true;
      if (running === null) after(collectedMs);
    },
    async stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
      await running;
    },
  };
}
