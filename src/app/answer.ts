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
