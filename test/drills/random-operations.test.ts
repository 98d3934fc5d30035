import { requestLimits } from "../../src/app/request-limits";
import { limits } from "../../src/domain/kit/limits";
import { drill } from "../support/drill";
import { startPreparedHub } from "../support/prepared-hub";
import { type RandomRun, randomRuns } from "../support/random-runs";
import { sharedData } from "../support/shared-data";

const parts = 4;
const { numRuns } = drill(2_000, 240);

(sharedData("") ? describe : describe.skip)(
  `${numRuns} random accepted operations on the published files`,
  () => {
    const runs: RandomRun[] = [];

    test.each([1, 2, 3, 4])(
      "part %i of 4: none is stopped, and all answers are within the sizes",
      async (part) => {
        const ofPart = await randomRuns(await startPreparedHub(), numRuns / parts, 20_261_128 + part);
        runs.push(...ofPart);
        const beyond = ofPart.filter(
          ({ status, units, bytes, errors }) =>
            status !== 200 ||
            units > requestLimits.workUnits ||
            bytes > limits.operation.bytes ||
            errors.includes("INTERNAL_SERVER_ERROR"),
        );
        expect(beyond).toEqual([]);
      },
    );

    test("they come near the limits", () => {
      expect(runs.some(({ estimated }) => estimated > 0.8 * limits.operation.units)).toBe(true);
      expect(Math.max(...runs.map(({ units }) => units))).toBeGreaterThan(0.2 * limits.operation.units);
    });
  },
);
