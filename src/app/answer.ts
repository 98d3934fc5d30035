/**
 * An answer that is known as a whole, with its length: without one the compression takes every answer for a long one,
 * and small ones grow.
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
