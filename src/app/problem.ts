import { answer } from "./answer";

/** An answer of the plain HTTP side in application/problem+json (RFC 9457), as AGID asks. */
export function problem(
  status: number,
  title: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return answer(JSON.stringify({ type: "about:blank", title, status, detail }), status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...headers,
  });
}
