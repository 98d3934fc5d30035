import fc from "fast-check";
import type { Log, LogEntry } from "../../src/app/log";
import { type Followed, type StreamRecord, streamHandler } from "../../src/app/stream-handler";
import { HubError } from "../../src/domain/kit/errors";
import type { ParkedWrite } from "../../src/storage/snapshots/parked";

const recordOf = (pk: string, place: number): StreamRecord => ({
  dynamodb: { Keys: { pk: { S: pk }, sk: { S: "RECORD" } }, SequenceNumber: String(place) },
});

const nothingLeftOut = { unreadable: [] };
const unavailable = () => new HubError("SERVICE_UNAVAILABLE", "publishing");
const handlerOf = (follow: Followed["follow"], log: Log = jest.fn(), park: Followed["park"] = jest.fn()) =>
  streamHandler({ follow, park }, log);

test("logs unreadable items that were left out, and continues", async () => {
  const logs: LogEntry[] = [];
  const unreadable = [{ key: { pk: "Centre#x", sk: "RECORD" }, reason: "It has no name." }];
  const handler = handlerOf(
    async () => ({ unreadable }),
    (entry) => void logs.push(entry),
  );
  expect(await handler({ Records: [recordOf("a", 1)] })).toEqual({ batchItemFailures: [] });
  expect(logs).toEqual([{ level: "error", message: "Left out Centre#x RECORD: It has no name." }]);
});

test("follows a batch as a whole", async () => {
  const followed: string[][] = [];
  const handler = handlerOf(async (changes) => {
    followed.push(changes.map(({ key }) => key.pk));
    return nothingLeftOut;
  }, jest.fn());
  expect(await handler({ Records: [recordOf("a", 1), recordOf("b", 2)] })).toEqual({ batchItemFailures: [] });
  expect(followed).toEqual([["a", "b"]]);
});

test("parks the writes that fail by themselves, by name, and publishes all others", async () => {
  const followed = new Set<string>();
  const logs: LogEntry[] = [];
  const parked: ParkedWrite[] = [];
  const handler = handlerOf(
    async (changes) => {
      for (const name of ["bad", "worse"])
        if (changes.some(({ key }) => key.pk === name)) throw new Error(`no ${name}`);
      for (const { key } of changes) followed.add(key.pk);
      return nothingLeftOut;
    },
    (entry) => void logs.push(entry),
    async (write) => void parked.push(write),
  );
  const Records = ["a", "bad", "b", "c", "d", "worse", "e"].map(recordOf);
  expect(await handler({ Records })).toEqual({ batchItemFailures: [] });
  expect([...followed].sort()).toEqual(["a", "b", "c", "d", "e"]);
  expect(parked.map(({ key, reason }) => [key.pk, reason.split("\n")[0]])).toEqual([
    ["bad", "Error: no bad"],
    ["worse", "Error: no worse"],
  ]);
  expect(logs).toMatchObject([
    { level: "error", message: "Parked bad RECORD.", Parked: 1 },
    { level: "error", message: "Parked worse RECORD.", Parked: 1 },
  ]);
});

test("waits where a release fails at everything, and while the store does not work", async () => {
  const park = jest.fn();
  const Records = Array.from({ length: 40 }, (_, n) => recordOf(`w${n}`, n));
  const wrong = handlerOf(async () => Promise.reject(new TypeError("no")), jest.fn(), park);
  expect(await wrong({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "0" }] });
  const follow = jest.fn(async () => Promise.reject(unavailable()));
  expect(await handlerOf(follow, jest.fn(), park)({ Records })).toEqual({
    batchItemFailures: [{ itemIdentifier: "0" }],
  });
  expect(follow).toHaveBeenCalledTimes(1);
  expect(park).not.toHaveBeenCalled();
});

test("property: after any temporary failures, redelivery by Lambda follows every write in the end", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom("a", "b", "c", "d"), { minLength: 1, maxLength: 12 }),
      fc.array(fc.boolean(), { maxLength: 20 }),
      async (names, failures) => {
        const followed = new Set<string>();
        const luck = failures[Symbol.iterator]();
        const handler = handlerOf(async (changes) => {
          if (luck.next().value === true) throw unavailable();
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
  await expect(handlerOf(async () => nothingLeftOut)({ Records: [{}] })).rejects.toThrow("no record");
});
