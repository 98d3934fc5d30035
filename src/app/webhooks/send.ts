import { lookup as lookUp } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP } from "node:net";
import { type WebhookAnswer, webhookLimits } from "../../domain/webhooks/webhook";
import { hostOf, isLoopback, isPublicAddress } from "../../editing/webhooks/public-address";

export interface Outgoing {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Never throws: whatever happens is an answer. */
export type Send = (message: Outgoing) => Promise<WebhookAnswer>;

/** The IP addresses of a name. */
type Resolve = (name: string) => Promise<readonly string[]>;

interface SenderOptions {
  /** Whether this machine may be a receiver, by http too: for development. */
  readonly toLoopback: boolean;
  /** Of the machine if absent. */
  readonly resolve?: Resolve;
  /** Milliseconds for the whole exchange. */
  readonly patience?: number;
}

const byMachine: Resolve = async (name) => (await lookUp(name, { all: true })).map(({ address }) => address);

/**
 * Posts messages to public addresses alone. A name is looked up once, and the connection goes to the address that was checked: a name that leads
 * elsewhere a moment later changes nothing. Redirects are not followed, and what a receiver answers besides its status is not read.
 */
export function sender({
  toLoopback,
  resolve = byMachine,
  patience = webhookLimits.answerMs,
}: SenderOptions): Send {
  const mayReceive = (address: string): boolean =>
    isPublicAddress(address) || (toLoopback && isLoopback(address));

  /** The address to connect to; `null` if one of them is not public, because nobody knows which the network would take. */
  async function checkedAddress(host: string): Promise<string | null> {
    const addresses = isIP(host) === 0 ? await resolve(host) : [host];
    return addresses.every(mayReceive) ? (addresses[0] ?? null) : null;
  }

  async function exchange({ url: text, headers, body }: Outgoing, signal: AbortSignal): Promise<Result> {
    const url = new URL(text);
    const address = await inTime(checkedAddress(hostOf(url)), signal);
    const isPlain = url.protocol === "http:" && address !== null && isLoopback(address);
    if (address === null || !(isPlain || url.protocol === "https:"))
      return { outcome: "PRIVATE_ADDRESS", status: null };
    const status = await statusOf(url, { address, headers, body, signal });
    return { outcome: status >= 200 && status < 300 ? "DELIVERED" : "REJECTED", status };
  }

  return async (message) => {
    const started = performance.now();
    const signal = AbortSignal.timeout(patience);
    const result = await exchange(message, signal).catch(
      (): Result => ({ outcome: signal.aborted ? "TIMEOUT" : "UNREACHABLE", status: null }),
    );
    return { ...result, milliseconds: Math.round(performance.now() - started) };
  };
}

type Result = Pick<WebhookAnswer, "outcome" | "status">;

interface Exchange extends Pick<Outgoing, "body" | "headers"> {
  readonly address: string;
  readonly signal: AbortSignal;
}

function statusOf(url: URL, { address, headers, body, signal }: Exchange): Promise<number> {
  const { request } = url.protocol === "https:" ? https : http;
  const family = isIP(address);
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method: "POST",
      headers: { ...headers, "content-length": Buffer.byteLength(body) },
      // A connection of its own: one that is kept could be used later, for a name that leads elsewhere by then.
      agent: false,
      signal,
      lookup: (_, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family)),
    });
    outgoing.once("error", reject);
    outgoing.once("response", (incoming) => {
      resolve(incoming.statusCode ?? 0);
      incoming.destroy();
    });
    outgoing.end(body);
  });
}

/** A look-up cannot be stopped, but nobody waits for it any more. */
const inTime = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  ]);
