import { drill } from "../support/drill";
import { importBesideHub } from "./import-beside-hub.drill";

const { seed, numRuns } = drill(20, 1);

test("imports beside a running hub end well, also when stopped for longer than idle connections usually live", async () => {
  const results = await importBesideHub({ count: numRuns, seed, pauseMs: 7_000, burners: 2 });
  expect(results.map(({ found }) => found)).toEqual(results.map(({ expected }) => expected));
});
