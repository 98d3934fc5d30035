import { setImmediate as nextTurn } from "node:timers/promises";

/** What is read at length: requests of the same process have their turn after some of it. */
export async function* givingWay<T>(items: AsyncIterable<T>, after: number): AsyncGenerator<T> {
  let passed = 0;
  for await (const item of items) {
    yield item;
    if (++passed % after === 0) await nextTurn();
  }
}
