import { answer } from "./answer";

/** An answer outside GraphQL in application/problem+json (RFC 9457), as AGID requires. */
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
