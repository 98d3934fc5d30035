import { randomBytes } from "node:crypto";
import path from "node:path";
import { createDynaliteEngine } from "../../../src/storage/engine/dynalite-engine";
import type { EngineAnswer } from "../../../src/storage/engine/engine";
import { reopeningEngine } from "../../../src/storage/engine/reopening-engine";
import { canMountDisk, smallDisk } from "../../support/small-disk";

const table = {
  TableName: "vicinato",
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  BillingMode: "PAY_PER_REQUEST",
};
// What LevelDB cannot compress.
const text = (): string => randomBytes(150_000).toString("base64");
const put = (n: number) => ({ TableName: "vicinato", Item: { pk: { S: `${n}` }, text: { S: text() } } });

(canMountDisk() ? test : test.skip)(
  "after a full disk the engine reads on, and writes again when there is room, without a restart",
  async () => {
    const disk = await smallDisk(60);
    const engine = await createDynaliteEngine(path.join(disk.folder, "dynamodb"));
    await engine.execute("CreateTable", table);
    const makeRoom = await disk.fill(12_000_000);
    const written: number[] = [];
    let refused = 0;
    // Also writes of LevelDB in the background fail, after which it takes none.
    for (let n = 0; n < 200; n++) {
      const { status, body } = await engine.execute("PutItem", put(n));
      if (status === 200) written.push(n);
      else {
        expect(body).toMatchObject({ message: expect.stringContaining("No space left") });
        refused++;
      }
    }
    expect([written.length > 10, refused > 10]).toEqual([true, true]);
    const has = async (n: number) =>
      (
        (await engine.execute("GetItem", { TableName: "vicinato", Key: { pk: { S: `${n}` } } })).body as {
          Item?: object;
        }
      ).Item !== undefined;
    expect(await has(written[0]!)).toBe(true);
    await makeRoom();
    expect(await Promise.all([1_000, 1_001].map((n) => engine.execute("PutItem", put(n))))).toMatchObject([
      { status: 200 },
      { status: 200 },
    ]);
    expect(await Promise.all([...written, 1_000, 1_001].map(has))).not.toContain(false);
    await engine.close();
    await disk.remove();
  },
);

test("an engine that cannot be opened again says so, closes once, and is tried again by the next request", async () => {
  const refusal = { status: 500, body: { message: "IO error: 000003.log: No space left on device" } };
  const opened: { closes: number }[] = [];
  let fails = false;
  const open = async () => {
    if (fails) throw new Error("IO error: MANIFEST: No space left on device");
    const own = { closes: 0 };
    opened.push(own);
    const answer: EngineAnswer = opened.length === 1 ? refusal : { status: 200, body: {} };
    return {
      execute: async () => answer,
      idle: async () => undefined,
      close: async () => {
        own.closes++;
      },
    };
  };
  const engine = await reopeningEngine(open, async () => true);
  const put = async () => (await engine.execute("PutItem", {})).status;
  expect(await put()).toBe(500);
  fails = true;
  expect([await put(), await put()]).toEqual([500, 500]);
  fails = false;
  expect(await put()).toBe(200);
  await engine.close();
  expect(opened).toEqual([{ closes: 1 }, { closes: 1 }]);
});
