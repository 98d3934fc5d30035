import { HubError } from "../../domain/kit/errors";
import { TemporaryFailure, tooLarge } from "./acquire-errors";
import type { Http } from "./http";
import { withRetries } from "./retry";
import { type HttpRequest, send } from "./send";
import { shownUrl } from "./shown-url";

/**
 * One page of an API: the JSON value of an answer, requested again while failures are temporary.
 * @param accept the parsed value; `null` rejects the page.
 * @throws HubError SOURCE_UNREACHABLE, or SOURCE_UNREADABLE for an answer that is too large, not JSON or of another
 * form.
 */
export function readJson<T>(
  http: Http,
  request: HttpRequest,
  accept: (value: unknown) => T | null,
): Promise<T> {
  return withRetries(http, request.url, async () => {
    const text = await readText(http, request);
    const value = accept(jsonOf(request.url, text));
    if (value !== null) return value;
    const values = { url: shownUrl(request.url), start: text };
    throw new HubError("SOURCE_UNREADABLE", "form", values, { where: "origin" });
  });
}

async function readText(http: Http, request: HttpRequest): Promise<string> {
  const { pageBytes } = http.limits;
  const answer = await send(http, request);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.chunks()) {
    bytes += chunk.byteLength;
    if (bytes > pageBytes) throw tooLarge(request.url, pageBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function jsonOf(address: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (text.trim() === "") throw new TemporaryFailure("answers with nothing", null, cause);
    const values = { url: shownUrl(address), start: text };
    throw new HubError("SOURCE_UNREADABLE", "notJson", values, { where: "origin", cause });
  }
}
