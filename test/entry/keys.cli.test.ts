import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createHub } from "../../src/app/create-hub";
import { openTable } from "../../src/app/open-table";
import { keysCommand } from "../../src/entry/keys.cli";

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), "vicinato-keys-"));
});
afterEach(() => rm(dataDir, { recursive: true }));

async function run(...args: string[]) {
  let [out, err] = ["", ""];
  const code = await keysCommand(args, {
    variables: { VICINATO_DATA_DIR: dataDir },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    now: () => new Date(),
  });
  return { code, out, err };
}

const create = (...more: string[]) =>
  run("create", "--organization", "city", "--scopes", "admin", "--label", "Anna", ...more);

test("the first key of an empty hub works at once beside the running hub, until it is revoked", async () => {
  const engine = { kind: "embedded", dataDir } as const;
  const { table, close } = await openTable({ engine, tableName: "vicinato" }, { share: true });
  const { http } = createHub({ table, log: () => undefined });
  const statusWith = async (key: string) => {
    const headers = { authorization: `Bearer ${key}` };
    return (await http.request("/graphql?query=%7BapiKeys%7BtotalCount%7D%7D", { headers })).status;
  };
  try {
    const made = await create();
    expect(made).toMatchObject({ code: 0, err: "" });
    const [key, id] = [/vic_live_\w{59}/.exec(made.out)![0], /Id: +(\w{10}),/.exec(made.out)![1]!];
    expect(key.slice(9, 19)).toBe(id);
    expect(await statusWith(key)).toBe(200);
    const { out } = await run("list");
    expect(out).toMatch(
      new RegExp(`^${id}  LIVE  city  admin  until \\d{4}-\\d\\d-\\d\\d  used \\d{4}-\\d\\d-\\d\\d  Anna\n$`),
    );
    const rotated = await run("rotate", id);
    expect(await statusWith(/vic_live_\w{59}/.exec(rotated.out)![0])).toBe(200);
    expect((await run("list", "--organization", "city")).out.split("\n")).toHaveLength(3);
    expect(await run("revoke", id)).toMatchObject({ code: 0, out: expect.stringMatching(/^\w+ {2}REVOKED/) });
    expect(await statusWith(key)).toBe(401);
  } finally {
    await close();
  }
});

test.each([
  [["create", "--organization", "city", "--scopes", "all", "--label", "x"], "is not a scope of this hub"],
  [
    ["create", "--organization", "nobody", "--scopes", "write:own", "--label", "x"],
    "No organisation has the code",
  ],
  [
    ["create", "--organization", "city", "--scopes", "admin", "--label", "x", "--days", "many"],
    "lifetimeDays is NaN",
  ],
  [["revoke", "0123456789"], "No key has the id"],
])("%j ends with a sentence and a code of its own", async (args, message) => {
  const { code, err } = await run(...args);
  expect(err).toContain(message);
  expect(code).toBe(2);
});

test("without keys the list says so", async () => {
  expect(await run("list")).toMatchObject({ code: 0, out: "There are no keys.\n" });
});
