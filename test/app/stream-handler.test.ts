import fc from "fast-check";
import type { LogEntry } from "../../src/app/log";
import { type StreamRecord, streamHandler } from "../../src/app/stream-handler";

const recordOf = (pk: string, place: number): StreamRecord => ({
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: "RECORD" } }, SequenceNumber: String(place) },
});

const nothingLeftOut = { unreadable: [] };

test("logs unreadable items that were left out, and continues", async () => {
  const logs: LogEntry[] = [];
  const unreadable = [{ key: { pk: "Centre#x", sk: "RECORD" }, reason: "It has no name." }];
  const handler = streamHandler(
    async () => ({ unreadable }),
    (entry) => void logs.push(entry),
  );
  expect(await handler({ Records: [recordOf("a", 1)] })).toEqual({ batchItemFailures: [] });
  expect(logs).toEqual([{ level: "error", message: "Left out Centre#x RECORD: It has no name." }]);
});

test("follows a batch as a whole", async () => {
  const followed: string[][] = [];
  const handler = streamHandler(async (changes) => {
    followed.push(changes.map(({ key }) => key.pk));
    return nothingLeftOut;
  }, jest.fn());
  expect(await handler({ Records: [recordOf("a", 1), recordOf("b", 2)] })).toEqual({ batchItemFailures: [] });
  expect(followed).toEqual([["a", "b"]]);
});

test("stops at the first write that fails, and reports it and no later one", async () => {
  const followed: string[] = [];
  const logs: LogEntry[] = [];
  const handler = streamHandler(
    async (changes) => {
      if (changes.some(({ key }) => key.pk === "bad" || key.pk === "worse")) throw new Error("no");
      followed.push(...changes.map(({ key }) => key.pk));
      return nothingLeftOut;
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

test("property: after any temporary failures, redelivery by Lambda follows every write in the end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 12 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      async (names, failures) => {
        const followed = new Set<string>();
        const luck = failures[Symbol.iterator]();
        const handler = streamHandler(async (changes) => {
          if (luck.next().value === true) throw new Error("no luck");
          for (const { key } of changes) followed.add(key.pk);
          return nothingLeftOut;
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

test("rejects records of other streams", async () => {
  await expect(streamHandler(async () => nothingLeftOut, jest.fn())({ Records: [{}] })).rejects.toThrow(
    "no record",
  );
});
