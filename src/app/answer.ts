/**
 * An answer with its length: without a length, the compression treats every answer as a long one, and small ones grow.
 */
export function answer(
  body: string,
  status: number,
  headers: ConstructorParameters<typeof Headers>[0],
): Response {
  const all = new Headers(headers);
  all.set("content-length", String(Buffer.byteLength(body)));
  return new Response(body, { status, headers: all });
}

/**
 * An answer outside GraphQL in application/problem+json (RFC 9457), as AGID requires.
 * @param more members beside those of the standard.
 */
export function problem(
  status: number,
  title: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): Response {
  return answer(JSON.stringify({ type: "about:blank", title, status, detail, ...more }), status, {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    ...headers,
  });
}
