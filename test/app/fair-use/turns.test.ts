import fc from "fast-check";
import { type TurnLimits, Turns } from "../../../src/app/fair-use/turns";

const limits: TurnLimits = {
  ...{ atOnce: 1, ofCaller: 1, unitsOfCaller: 1e9, waitingOfCaller: 50, waiting: 100 },
  ...{ unitsAtOnce: 1e9, unitsOfRound: 1e9 },
};

interface Ran {
  readonly caller: string;
  readonly units: number;
}

/** Sends requests of callers in a given order, all at once; which of them began when. */
async function orderOf(turns: Turns, requests: readonly Ran[]): Promise<Ran[]> {
  const began: Ran[] = [];
  await Promise.all(
    requests.map(async (request) => {
      if ((await turns.enter(request.caller, request.units)) !== null) return;
      began.push(request);
      await new Promise(setImmediate);
      turns.leave(request.caller, request.units);
    }),
  );
  return began;
}

const times = (count: number, ran: Ran): Ran[] => Array.from({ length: count }, () => ran);

test("a request waits for what has begun, and for nothing else of a greedy caller", async () => {
  const began = await orderOf(new Turns(limits), [
    ...times(20, { caller: "greedy", units: 300 }),
    { caller: "a", units: 300 },
    { caller: "b", units: 10 },
  ]);
  expect(began.slice(0, 4).map(({ caller }) => caller)).toEqual(["greedy", "a", "b", "greedy"]);
  expect(began).toHaveLength(22);
});

test("turns count by cost: small requests of one caller go before large ones of another", async () => {
  const began = await orderOf(new Turns(limits), [
    ...times(10, { caller: "large", units: 1_000 }),
    ...times(10, { caller: "small", units: 100 }),
  ]);
  // Beside the first two large ones.
  expect(began.slice(0, 12).filter(({ caller }) => caller === "small").length).toBeGreaterThanOrEqual(9);
});

test("while all want more than they get, nobody gets more than another but for one request", async () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 30, maxLength: 50 });
  const callers = fc.array(sizes, { minLength: 2, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(callers, async (of) => {
      const requests = of.flatMap((units, c) => units.map((each) => ({ caller: `c${c}`, units: each })));
      const turns = new Turns({ ...limits, waiting: 1_000 });
      const spent = new Map<string, number>();
      const left = new Map(of.map((units, c) => [`c${c}`, units.length]));
      for (const { caller, units } of await orderOf(turns, requests)) {
        spent.set(caller, (spent.get(caller) ?? 0) + units);
        left.set(caller, left.get(caller)! - 1);
        if ([...left.values()].some((count) => count === 0)) break;
        const all = of.map((_, c) => spent.get(`c${c}`) ?? 0);
        // The first request of all began before the others were there.
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(2_000);
      }
    }),
    { numRuns: 50 },
  );
});

test("one caller has at most its places at work and waiting; others still come in", async () => {
  const turns = new Turns({ ...limits, atOnce: 4, ofCaller: 2, waitingOfCaller: 3, waiting: 5 });
  const enter = (caller: string) => turns.enter(caller, 1);
  const [first, second] = [await enter("greedy"), await enter("greedy")];
  expect([first, second]).toEqual([null, null]);
  const waiting = [enter("greedy"), enter("greedy"), enter("greedy")];
  expect(await enter("greedy")).toBe("caller");
  expect(await enter("a")).toBeNull();
  expect(turns.enterNow("b", 1)).toBe(false);
  expect(await enter("b")).toBeNull();
  const more = [enter("c"), enter("d")];
  expect(await enter("e")).toBe("process");
  for (const caller of ["greedy", "greedy", "a", "b"]) turns.leave(caller, 1);
  expect(await Promise.all([...more, ...waiting.slice(0, 2)])).toEqual([null, null, null, null]);
});

test("callers who are gone take no memory, also if the process never rests", async () => {
  const turns = new Turns({ ...limits, atOnce: 10 });
  await turns.enter("always", 1);
  for (let i = 0; i < 10_000; i += 1) {
    await turns.enter(`c${i}`, 100);
    turns.leave(`c${i}`, 100);
    if (i % 100 === 0) await new Promise(setImmediate);
  }
  await new Promise(setImmediate);
  expect(turns.size).toBeLessThanOrEqual(2_100);
});

test("a caller who begins at once still lets the process look for others", async () => {
  const turns = new Turns({ ...limits, atOnce: 100, ofCaller: 100, unitsAtOnce: 1_000, unitsOfRound: 1 });
  const now = (): boolean => {
    const isIn = turns.enterNow("greedy", 400);
    if (isIn) turns.leave("greedy", 400);
    return isIn;
  };
  expect([now(), now(), now(), now()]).toEqual([true, true, true, false]);
  await new Promise(setImmediate);
  expect(now()).toBe(true);
});

test("a caller has one large operation at work or several small ones; others begin in the next round", async () => {
  const turns = new Turns({ ...limits, atOnce: 10, ofCaller: 8, unitsOfCaller: 1_000, unitsOfRound: 500 });
  const began: string[] = [];
  const enter = (caller: string, units: number): void =>
    void turns.enter(caller, units).then(() => began.push(`${caller} ${units}`));
  const round = (): Promise<void> => new Promise(setImmediate);
  enter("large", 1_000);
  enter("large", 999);
  for (let i = 0; i < 4; i += 1) enter("small", 300);
  await Promise.resolve();
  expect(began).toEqual(["large 1000"]);
  await round();
  expect(began).toEqual(["large 1000", "small 300", "small 300"]);
  await round();
  expect(began).toEqual(["large 1000", ...Array(4).fill("small 300")]);
  turns.leave("large", 1_000);
  await round();
  expect(began.at(-1)).toBe("large 999");
});
