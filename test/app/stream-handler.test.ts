import fc from "fast-check";
import type { LogEntry } from "../../src/app/log";
import { type StreamRecord, streamHandler } from "../../src/app/stream-handler";

const recordOf = (pk: string, place: number): StreamRecord => ({
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: "RECORD" } }, SequenceNumber: String(place) },
});

test("follows a batch as a whole", async () => {
  const followed: string[][] = [];
  const handler = streamHandler(async (keys) => void followed.push(keys.map(({ pk }) => pk)), jest.fn());
  expect(await handler({ Records: [recordOf("a", 1), recordOf("b", 2)] })).toEqual({ batchItemFailures: [] });
  expect(followed).toEqual([["a", "b"]]);
});

test("stops at the first write that fails, and reports it and no later one", async () => {
  const followed: string[] = [];
  const logs: LogEntry[] = [];
  const handler = streamHandler(
    async (keys) => {
      if (keys.some(({ pk }) => pk === "bad" || pk === "worse")) throw new Error("no");
      followed.push(...keys.map(({ pk }) => pk));
    },
    (entry) => void logs.push(entry),
  );
  const Records = ["a", "bad", "b", "worse"].map(recordOf);
  expect(await handler({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "1" }] });
  expect(followed).toEqual(["a"]);
  expect(logs.map(({ message }) => message)).toEqual([
    "A batch of the stream failed.",
    "The stream stops at bad.",
  ]);
});

test("property: whatever fails for a time, redelivery as Lambda does it follows every write in the end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 12 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      async (names, failures) => {
        const followed = new Set<string>();
        const luck = failures[Symbol.iterator]();
        const handler = streamHandler(async (keys) => {
          if (luck.next().value === true) throw new Error("no luck");
          for (const { pk } of keys) followed.add(pk);
        }, jest.fn());
        let Records = names.map(recordOf);
        for (let delivery = 0; delivery < 50 && Records.length > 0; delivery++) {
          const [failure] = (await handler({ Records })).batchItemFailures;
          const from = Records.findIndex(
            ({ dynamodb }) => dynamodb?.SequenceNumber === failure?.itemIdentifier,
          );
          Records = from < 0 ? [] : Records.slice(from);
        }
        expect(followed).toEqual(new Set(names));
      },
    ),
  );
});

test("refuses what is no record of a stream of the table", async () => {
  await expect(streamHandler(async () => undefined, jest.fn())({ Records: [{}] })).rejects.toThrow(
    "no record",
  );
});
