import { serverAudits } from "graphql-http";
import { startHub } from "../support/hub";

/**
 * A document that cannot be run is answered with 400, whatever the client accepts. The audits would like 200 for
 * application/json, as old clients do; then one that looks only at the status takes a refusal for an answer.
 */
const refusalsAre400 = ["572B", "FDE2", "7B9B"];

/** A GET without a header that browsers ask leave for is refused: a page of another site could send it unseen. */
const plainGetsAreRefused = ["5A70", "D6D5", "6A70"];

async function audit(fetchFn: typeof fetch): Promise<Record<string, string[]>> {
  const ids: Record<string, string[]> = { error: [], notice: [], ok: [], warn: [] };
  for (const { fn, id } of serverAudits({ url: "http://hub/graphql", fetchFn })) {
    const { status } = await fn();
    ids[status]!.push(id);
  }
  return ids;
}

test("follows GraphQL over HTTP, with documented exceptions", async () => {
  const { request } = await startHub();
  const { ok, ...others } = await audit((url, init) => request(String(url), init));
  expect(others).toEqual({ error: [], notice: plainGetsAreRefused, warn: refusalsAre400 });
  expect(ok).toHaveLength(55);
});

test("answers every GET of the audits that carries the preflight header", async () => {
  const { request } = await startHub();
  const { ok, ...others } = await audit((url, init) => {
    const headers = new Headers(init?.headers);
    headers.set("apollo-require-preflight", "true");
    return request(String(url), { ...init, headers });
  });
  expect(others).toEqual({ error: [], notice: [], warn: refusalsAre400 });
  expect(ok).toHaveLength(58);
});
