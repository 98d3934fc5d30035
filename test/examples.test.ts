import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parse, validate } from "graphql";
import { buildHubSchema } from "../src/graphql/schema";
import { bearing, cityEditor } from "./support/callers";
import { type Example, examples } from "./support/examples";
import { hubOver, type TestHub } from "./support/hub";
import { startPreparedHub } from "./support/prepared-hub";
import { sharedData } from "./support/shared-data";
import { cloneTable } from "./support/starter-table";

/** `UPDATE_EXAMPLES=1 npm test -- examples` writes the answers; read the difference before you commit it. */
const update = process.env.UPDATE_EXAMPLES === "1";
const published = sharedData("");
const clock = () => "2026-09-26T12:00:00.000Z";

async function answer({ hub, table }: TestHub, { query, variables }: Example): Promise<unknown> {
  const response = await hub.http.request("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...(await bearing(table, cityEditor)) },
    body: JSON.stringify({ query, variables }),
  });
  // The id of a key is random.
  const text = (await response.text()).replace(/(?<=\/key:)\w{10}/g, "Ab3dE5fG7h");
  const { extensions: _, ...result } = JSON.parse(text) as Record<string, unknown>;
  return result;
}

const expected = ({ resultFile }: Example): unknown =>
  existsSync(resultFile)
    ? JSON.parse(readFileSync(resultFile, "utf8"))
    : "no result is committed: run with UPDATE_EXAMPLES=1";

test.each(examples.map((example) => [example.name, example] as const))(
  "%s is valid and describes its question",
  (_, { query }) => {
    expect(query).toMatch(/^# [A-Z].*\n(# .*\n)*(query|mutation) [A-Z]\w+/);
    expect(validate(buildHubSchema(), parse(query))).toEqual([]);
  },
);

describe("on a fresh clone", () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = hubOver(await cloneTable(clock), {});
  });
  test.each(
    examples.filter((example) => example.imported).map((example) => [example.name, example] as const),
  )("%s, which is about imports, is answered too", async (_, example) => {
    expect(await answer(hub, example)).not.toHaveProperty("errors");
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
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startPreparedHub({ clock });
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
