import { serverAudits } from "graphql-http";
import { startHub } from "../support/hub";

/**
 * A document that cannot be run is answered with 400, whatever the client accepts. The audits would like 200 for
 * application/json, as old clients do; then one that looks only at the status takes a refusal for an answer.
 */
const refusalsAre400 = ["572B", "FDE2", "7B9B"];

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
  expect(others).toEqual({ error: [], notice: [], warn: refusalsAre400 });
  expect(ok).toHaveLength(58);
});
