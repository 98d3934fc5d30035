import { importBesideHub } from "../drills/import-beside-hub.drill";

test("imports beside a running hub end well, also one that is stopped for longer than idle connections live", async () => {
  const results = await importBesideHub({ count: 2, seed: 7, pauseMs: 7_000, burners: 1 });
  expect(results.map(({ found }) => found)).toEqual(results.map(({ expected }) => expected));
}, 300_000);
