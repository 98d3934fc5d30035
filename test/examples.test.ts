import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse, validate } from "graphql";
import { createHub, type Hub } from "../src/app/create-hub";
import { buildHubSchema } from "../src/graphql/schema";
import { runIngest } from "../src/ingest/run";
import { loadStarter } from "../src/ingest/starter";
import { type Example, examples } from "./support/examples";
import { editorKey, editorKeyHash } from "./support/hub";
import { sharedData } from "./support/shared-data";
import { startTable } from "./support/test-table";

/** `UPDATE_EXAMPLES=1 npm test -- examples` writes the answers anew; look at the difference before committing it. */
const update = process.env.UPDATE_EXAMPLES === "1";
const published = sharedData("");

async function startFilledHub(options: { readonly imported: boolean }): Promise<Hub> {
  const now = "2026-01-01T00:00:00.000Z";
  let time = now;
  const table = await startTable(() => time);
  await loadStarter(table, path.resolve(__dirname, "../data"), now);
  if (options.imported) await runIngest({ table, folder: published!, now });
  time = "2026-01-01T12:00:00.000Z";
  return createHub({ table, editorKeyHash, log: () => undefined });
}

async function answer(hub: Hub, { query, variables }: Example): Promise<unknown> {
  const response = await hub.http.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${editorKey}` },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

const expected = ({ resultFile }: Example): unknown =>
  existsSync(resultFile)
    ? JSON.parse(readFileSync(resultFile, "utf8"))
    : "no result is committed: run with UPDATE_EXAMPLES=1";

test.each(examples.map((example) => [example.name, example] as const))(
  "%s is valid and says what it asks",
  (_, { query }) => {
    expect(query).toMatch(/^# [A-Z].*\n(# .*\n)*(query|mutation) [A-Z]\w+/);
    expect(validate(buildHubSchema(), parse(query))).toEqual([]);
  },
);

describe("on the starter data", () => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await startFilledHub({ imported: false });
  });
  test.each(
    examples.filter((example) => !example.imported).map((example) => [example.name, example] as const),
  )("%s gives its committed answer", async (_, example) => {
    const result = await answer(hub, example);
    if (update) writeFileSync(example.resultFile, `${JSON.stringify(result, null, 2)}\n`);
    expect(result).toEqual(expected(example));
    expect(result).not.toHaveProperty("errors");
  });
});

(published ? describe : describe.skip)("on the imported data (needs ../shared)", () => {
  let hub: Hub;
  beforeAll(async () => {
    hub = await startFilledHub({ imported: true });
  });
  test.each(examples.map((example) => [example.name, example] as const))(
    "%s gives its committed answer",
    async (_, example) => {
      const result = await answer(hub, example);
      if (update && example.imported)
        writeFileSync(example.resultFile, `${JSON.stringify(result, null, 2)}\n`);
      expect(result).toEqual(expected(example));
      expect(result).not.toHaveProperty("errors");
    },
  );
});
