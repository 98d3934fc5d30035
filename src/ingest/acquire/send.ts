import type { Rate } from "../kit/origin";
import { TemporaryFailure, unreachable } from "./acquire-errors";
import type { Http } from "./http";
import { usualRate } from "./rate-limit";
import { retryAfterMs } from "./retry";

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
      if (followed >= http.limits.redirects) throw tooManyRedirects(request.url, followed);
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
  const [what, cosa] =
    base === null
      ? ["is no address of http or https", "non è un indirizzo http o https"]
      : ["leads to no address of http or https", "non porta a un indirizzo http o https"];
  throw unreachable(base?.href ?? address, what, cosa, "Correct the address in the source.");
}

function nextUrl(from: URL, location: string | null): URL {
  const to = checkedUrl(location ?? "", from);
  if (from.protocol === "http:" || to.protocol === "https:") return to;
  throw unreachable(
    from.href,
    "leads from https to http, where anybody may change what is sent",
    "porta da https a http, dove chiunque può alterare i dati",
    "Look up the present address of the file.",
  );
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
  const hint =
    status === 401 || status === 403
      ? "The publisher asks for a permission, or no longer lets machines in: ask the publisher."
      : "Look up the present address of the file on the page of the publisher.";
  return unreachable(url.href, `answers ${status}`, `risponde ${status}`, hint);
}

const tooManyRedirects = (address: string, followed: number) =>
  unreachable(
    address,
    `leads on and on: ${followed} redirects were followed`,
    `rimanda ad altri indirizzi senza fine (${followed} seguiti)`,
    "Look up the present address of the file on the page of the publisher.",
  );
