import type { Position, Ring } from "../../../src/domain/geo/ring";
import type { AreaBoundary } from "../../../src/domain/places/area-boundary";
import { readShape, shapeItems } from "../../../src/storage/records/area-shape";
import { startTable } from "../../support/test-table";

const boundaryOf = (ring: Ring): AreaBoundary => ({
  areaCode: "nil:1",
  level: "NEIGHBOURHOOD",
  polygons: [[ring]],
});
const unread = (): never => {
  throw new Error("Everything can be read.");
};

test("a border longer than one item is read back whole, at about 1 cm", async () => {
  // So irregular that it hardly compresses.
  const positions = Array.from({ length: 80_000 }, (_, i): Position => {
    const radius = 0.1 + 0.01 * Math.sin(i * i);
    const angle = (2 * Math.PI * i) / 80_000;
    return [9 + radius * Math.cos(angle), 45 + radius * Math.sin(angle)];
  });
  const ring = [...positions, positions[0]!];
  const items = shapeItems(boundaryOf(ring));
  expect(items.length).toBeGreaterThan(1);
  const table = await startTable();
  await table.batchWrite({ puts: items });
  const rounded = ring.map((position) => position.map((degrees) => Number(degrees.toFixed(7))));
  expect(await readShape(table, "nil:1", unread)).toEqual([[rounded]]);
});

test("an area without a border has none to read", async () => {
  expect(await readShape(await startTable(), "nil:1", unread)).toBeNull();
});
