import { verify } from "../../src/projections/refresh";
import { startPreparedHub } from "../support/prepared-hub";
import { testWithSharedData } from "../support/shared-data";

testWithSharedData(
  "after an import of all published files every record, list, index and document agrees",
  async () => {
    const { table } = await startPreparedHub();
    table.meter.reset();
    expect(await verify(table)).toEqual({ drifts: [], unreadable: [] });
    expect(table.meter.writeUnits).toBe(0);
  },
);
