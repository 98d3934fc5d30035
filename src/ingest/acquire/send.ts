import { HubError } from "../../domain/kit/errors";
import type { Rate } from "../kit/origin";
import { TemporaryFailure } from "./acquire-errors";
import type { Http } from "./http";
import { usualRate } from "./rate-limit";
import { retryAfterMs } from "./retry";
import { shownUrl } from "./shown-url";

export interface HttpRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON by POST. */
  readonly body?: unknown;
  readonly rate?: Rate;
  /** Statuses that the caller handles, beside 200. */
  readonly expects?: readonly number[];
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** The content, decompressed. Fails with a TemporaryFailure if it is interrupted. */
  readonly chunks: () => AsyncGenerator<Uint8Array>;
  /** Ends the request, even before the end of the answer. */
  readonly close: () => void;
}

const redirects = [301, 302, 303, 307, 308];
const temporary = [408, 425, 429, 500, 502, 503, 504];

/**
 * One attempt to get an answer.
 * @throws TemporaryFailure if a retry may succeed; else HubError SOURCE_UNREACHABLE.
 */
export async function send(http: Http, request: HttpRequest): Promise<HttpAnswer> {
  const controller = new AbortController();
  const close = (): void => controller.abort();
  const first = checkedUrl(request.url, null);
  let url = first;
  for (let followed = 0; ; followed++) {
    await http.rates.take(url.host, request.rate ?? usualRate);
    const response = await ask(http, url, initOf(request, url, first), controller);
    if (redirects.includes(response.status)) {
      await response.body?.cancel();
      if (followed >= http.limits.redirects) {
        const values = { url: shownUrl(request.url), followed };
        throw new HubError("SOURCE_UNREACHABLE", "redirects", values, { where: "origin" });
      }
      url = nextUrl(url, response.headers.get("location"));
      continue;
    }
    if (response.status !== 200 && !request.expects?.includes(response.status)) {
      close();
      throw failureOf(http, url, response);
    }
    const chunks = () => chunksOf(http, response, controller);
    return { status: response.status, headers: response.headers, chunks, close };
  }
}

function checkedUrl(address: string, base: URL | null): URL {
  const url = URL.canParse(address, base?.href) ? new URL(address, base?.href) : null;
  if (url?.protocol === "https:" || url?.protocol === "http:") return url;
  const key = base === null ? "notHttp" : "redirectsElsewhere";
  const values = { url: shownUrl(base ?? address) };
  throw new HubError("SOURCE_UNREACHABLE", key, values, { where: "origin" });
}

function nextUrl(from: URL, location: string | null): URL {
  const to = checkedUrl(location ?? "", from);
  if (from.protocol === "http:" || to.protocol === "https:") return to;
  throw new HubError("SOURCE_UNREACHABLE", "downgrade", { url: shownUrl(from) }, { where: "origin" });
}

/** User and password of the address are sent to its own host only, never in a header to another one. */
function initOf({ headers, body }: HttpRequest, url: URL, first: URL): RequestInit {
  const { username, password } = first;
  const own = url.host === first.host && username !== "";
  const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return {
    redirect: "manual",
    method: body === undefined ? "GET" : "POST",
    headers: {
      "user-agent": "vicinato",
      ...headers,
      ...(own && { authorization: `Basic ${Buffer.from(user).toString("base64")}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
}

async function ask(http: Http, url: URL, init: RequestInit, controller: AbortController): Promise<Response> {
  const { headersMs } = http.limits;
  const bare = new URL(url);
  bare.username = "";
  bare.password = "";
  const timer = setTimeout(() => controller.abort(), headersMs);
  try {
    return await http.fetch(bare, { ...init, signal: controller.signal });
  } catch (error) {
    if (controller.signal.aborted) throw new TemporaryFailure(`did not answer within ${headersMs / 1_000} s`);
    throw new TemporaryFailure(`could not be reached (${reasonOf(error)})`, null, error);
  } finally {
    clearTimeout(timer);
  }
}

async function* chunksOf(
  http: Http,
  response: Response,
  controller: AbortController,
): AsyncGenerator<Uint8Array> {
  const { idleMs } = http.limits;
  const reader = response.body?.getReader();
  let silent = false;
  const silence = (): void => {
    silent = true;
    controller.abort();
  };
  try {
    while (reader !== undefined) {
      const timer = setTimeout(silence, idleMs);
      const { done, value } = await reader.read().finally(() => clearTimeout(timer));
      if (done) return;
      yield value;
    }
  } catch (error) {
    if (silent) throw new TemporaryFailure(`sent nothing for ${idleMs / 1_000} s`);
    throw new TemporaryFailure(`broke off (${reasonOf(error)})`, null, error);
  } finally {
    controller.abort();
  }
}

/** undici gives the reason in the cause. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  const inner = cause as { readonly code?: string; readonly message?: string } | undefined;
  return inner?.code ?? inner?.message ?? message;
}

function failureOf(http: Http, url: URL, { status, headers }: Response): Error {
  const after = retryAfterMs(headers.get("retry-after"), http.now());
  if (after !== null) http.rates.block(url.host, Math.min(after, http.limits.longestRetryAfterMs));
  if (temporary.includes(status)) return new TemporaryFailure(`answers ${status}`, after);
  return new HubError("SOURCE_UNREACHABLE", "status", { url: shownUrl(url), status }, { where: "origin" });
}
