import type { Tally } from "./tally";

export interface Question {
  readonly query: string;
  readonly variables?: object;
  readonly extensions?: object;
}

export interface Answered {
  readonly data: unknown;
  /** The header `x-data-version`; 0 if the answer does not say: the store was slow to say which version is current. */
  readonly version: number;
}

/** Sends questions in the forms that clients use. Every answer is counted; `null` stands for one that is an error. */
export function clientOf(url: string, tally: Tally) {
  /** Answers that a browser would have, by address. */
  const kept = new Map<string, { readonly etag: string; readonly text: string }>();

  /** @returns `null` if the connection breaks, or for a status from 500 on. */
  async function sent(
    address: string,
    init: RequestInit,
  ): Promise<{ response: Response; text: string } | null> {
    const start = performance.now();
    try {
      const response = await fetch(address, init);
      const text = await response.text();
      tally.requests += 1;
      tally.latencies.push(performance.now() - start);
      if (response.status < 500) return { response, text };
      if (response.status === 503 && response.headers.has("retry-after")) tally.unavailable += 1;
      else tally.error(`${response.status} ${text.slice(0, 300)}`);
    } catch (error) {
      tally.error(`${error instanceof Error ? `${error.message} ${String(error.cause)}` : error}`);
    }
    return null;
  }

  function read(question: Question, response: Response, text: string): Answered | null {
    const version = Number(response.headers.get("x-data-version"));
    const { data, errors } = JSON.parse(text) as { data?: unknown; errors?: readonly object[] };
    if (version === 0) tally.unversioned += 1;
    if (errors === undefined && data !== undefined) return { data, version };
    tally.error(`${response.status} ${text.slice(0, 300)} to ${JSON.stringify(question).slice(0, 300)}`);
    return null;
  }

  return {
    async post(question: Question, headers: Readonly<Record<string, string>> = {}): Promise<Answered | null> {
      const body = JSON.stringify(question);
      const all = { "content-type": "application/json", ...headers };
      const got = await sent(url, { method: "POST", headers: all, body });
      return got && read(question, got.response, got.text);
    },

    /** As a browser asks: with the tag of what it has. */
    async get(question: Question, encoding: "gzip" | "identity"): Promise<Answered | null> {
      const parameters = { query: question.query, variables: JSON.stringify(question.variables ?? {}) };
      const address = `${url}?${new URLSearchParams(parameters)}`;
      const name = `${encoding} ${address}`;
      const known = kept.get(name);
      const headers = { "accept-encoding": encoding, ...(known && { "if-none-match": known.etag }) };
      const got = await sent(address, { headers });
      if (got === null) return null;
      const { response, text } = got;
      if (response.status === 304) {
        tally.notModified += 1;
        return read(question, response, known?.text ?? "{}");
      }
      const etag = response.headers.get("etag");
      if (etag !== null) kept.set(name, { etag, text });
      const compressed = response.headers.get("content-encoding");
      if (compressed !== null) tally.gzip += 1;
      tally.expect(
        compressed === null || compressed === encoding,
        () => `${compressed} in place of ${encoding}`,
      );
      return read(question, response, text);
    },

    /** A request that must be rejected so. */
    async rejected(status: number, path: string, init: RequestInit): Promise<void> {
      const got = await sent(`${url}${path}`, init);
      if (got === null) return;
      tally.rejected += 1;
      tally.expect(got.response.status === status && got.text.includes('"errors"'), () => {
        return `${got.response.status} in place of ${status}: ${got.text.slice(0, 200)}`;
      });
    },
  };
}

export type Client = ReturnType<typeof clientOf>;
