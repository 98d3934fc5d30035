import { cityAccess, type DemandArea } from "../../../src/domain/access/access-figures";
import { areaReach } from "../../../src/domain/access/area-reach";
import { pointBlocks } from "../../../src/domain/access/point-blocks";
import { catchmentRadiusMetres } from "../../../src/domain/access/walking-scenario";
import { unitPoints } from "../../../src/domain/geo/unit-points";
import { limits } from "../../../src/domain/kit/limits";
import { gridPoints } from "../../../src/domain/places/even-spread";
import { tableRepositories } from "../../../src/storage";
import { exhaustiveReach } from "../../support/exhaustive-reach";
import { startPreparedHub } from "../../support/prepared-hub";
import { testWithSharedData } from "../../support/shared-data";

/** The people of all neighbourhoods and all centres with a position. */
async function city() {
  const hub = await startPreparedHub();
  const { centres, areas } = tableRepositories(hub.table);
  const facilities = (await centres.all()).flatMap(({ position, status }) =>
    position && (status === null || status === "ACTIVE") ? [{ ...position, supply: 1 }] : [],
  );
  const grids = await areas.populationPoints(Array.from({ length: 88 }, (_, i) => `nil:${i + 1}`));
  const demands = grids.flatMap((grid): DemandArea[] =>
    grid ? [{ people: 100, points: gridPoints(grid) }] : [],
  );
  return { hub, facilities, demands };
}

const usual = {
  minutes: limits.accessMinutes.usual,
  speedKmh: limits.walkingSpeedKmh.usual,
  detourFactor: limits.detourFactor.usual,
};

testWithSharedData("answers for all that may be there, and compares few of the pairs", async () => {
  const { hub, facilities, demands } = await city();
  const question = (args: string) =>
    hub.ask(
      `{ access(input: { period: "2024", population: "residents_65plus"${args} }) { centres coverage { present } total { figures { coveredShare } } } }`,
    );
  const { data, errors } = await question(", filter: { statuses: [ACTIVE, UNKNOWN] }");
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ access: { centres: facilities.length, coverage: { present: 87 } } });
  const points = demands.reduce((sum, area) => sum + area.points.xs.length, 0);
  const everyPair = points * facilities.length;
  expect(everyPair).toBeGreaterThan(80e6);
  expect(cityAccess(demands, facilities, [usual]).pairs).toBeLessThan(2e6);
  // The farthest walk that the arguments allow.
  const farthest = {
    minutes: limits.accessMinutes.largest,
    speedKmh: limits.walkingSpeedKmh.largest,
    detourFactor: limits.detourFactor.smallest,
  };
  expect(cityAccess(demands, facilities, [farthest]).pairs).toBeLessThan(limits.accessPairs * 0.75);
});

testWithSharedData("gives exactly the reach of all pairs", async () => {
  const { facilities, demands } = await city();
  const places = unitPoints(facilities);
  for (const scenario of [usual, { minutes: 45, speedKmh: 5, detourFactor: 1 }]) {
    const radius = catchmentRadiusMetres(scenario);
    for (const { points } of demands) {
      const { blocks } = pointBlocks(points, places, radius);
      const reach = areaReach(points, places, [radius, 1250], blocks);
      expect(reach).toEqual(exhaustiveReach(points, places, [radius, 1250]));
    }
  }
});
