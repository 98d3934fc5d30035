import { gzipSync } from "node:zlib";
import type { GeoJsonGeometry } from "../../../src/domain/geo/geojson";
import { saveRecords } from "../../../src/ingest/run/save-records";
import { refresh } from "../../../src/projections/refresh";
import { aCentre } from "../../support/builders";
import { startHub } from "../../support/hub";
import { startPreparedHub } from "../../support/prepared-hub";
import { boundary, squares } from "../../support/row-of-squares";
import { testWithSharedData } from "../../support/shared-data";
import { ringFaults, sharedEdges } from "../../support/shared-edges";

interface Map88 {
  readonly indicator: {
    readonly map: {
      readonly cells: readonly {
        readonly observation: { readonly area: { readonly boundary: GeoJsonGeometry | null } };
      }[];
    };
  };
}

const mapQuery = `query Map($precision: BoundaryPrecision) {
  indicator(code: "share_80plus") {
    map(period: "2024") {
      cells { observation { roundedValue status area { code name boundary(precision: $precision) } } }
    }
  }
}`;

testWithSharedData("a map has the shapes of all 88 areas in one answer of less than 50 kB", async () => {
  const hub = await startPreparedHub();
  const sizes: Record<string, number> = {};
  for (const precision of ["DETAILED", "MAP", "OVERVIEW"]) {
    const answer = await hub.ask<Map88>(mapQuery, { precision });
    expect(answer.errors).toBeUndefined();
    const geometries = answer.data!.indicator.map.cells.map(({ observation }) => observation.area.boundary);
    expect(geometries).toHaveLength(88);
    expect(new Set(geometries.map((geometry) => geometry?.type))).toEqual(new Set(["Polygon"]));
    const shapes = geometries.map((geometry) => [geometry!.coordinates as never]);
    expect(ringFaults(shapes)).toEqual([]);
    expect(sharedEdges(shapes).twice).toEqual([]);
    sizes[precision] = gzipSync(JSON.stringify(answer)).length;
  }
  expect(sizes.OVERVIEW!).toBeLessThan(sizes.MAP!);
  expect(sizes.MAP!).toBeLessThan(sizes.DETAILED!);
  expect(sizes.DETAILED!).toBeLessThan(50_000);
  // The usual precision is that of a map of a city.
  const usual = await hub.ask(mapQuery.replace("(precision: $precision)", "").replace(/\(\$.*?\)/, ""));
  expect(gzipSync(JSON.stringify(usual)).length).toBe(sizes.MAP);
});

testWithSharedData(
  "the city, which is known by its districts, has no boundary; its districts have one",
  async () => {
    const hub = await startPreparedHub();
    const { data } = await hub.ask(`{
    area(code: "comune:015146") { boundary }
    areas(filter: { level: DISTRICT }) { nodes { boundary(precision: OVERVIEW) } }
  }`);
    expect(data).toEqual({
      area: { boundary: null },
      areas: { nodes: Array(9).fill({ boundary: expect.objectContaining({ type: "Polygon" }) }) },
    });
  },
);

test("an area whose boundary was never imported has none, also beside one that has", async () => {
  const hub = await startHub();
  const now = "2026-01-01T00:00:00.000Z";
  await saveRecords(hub.table, squares(2), { origin: "test", now });
  const query = `{ areas { nodes { code boundary } } }`;
  const none = [1, 2].map((n) => ({ code: `nil:${n}`, boundary: null }));
  expect(await hub.ask(query)).toEqual({ data: { areas: { nodes: none } } });
  await saveRecords(hub.table, [boundary(1)], { origin: "test", now });
  await refresh(hub.table, "EVERYTHING", { now });
  const square = [
    [9, 45],
    [9.01, 45],
    [9.01, 45.01],
    [9, 45.01],
    [9, 45],
  ];
  expect(await hub.ask(query)).toEqual({
    data: {
      areas: {
        nodes: [{ code: "nil:1", boundary: { type: "Polygon", coordinates: [square] } }, none[1]],
      },
    },
  });
});

test("a centre with a position has it as a GeoJSON Point, longitude first; one without has none", async () => {
  const hub = await startHub();
  const now = "2026-01-01T00:00:00.000Z";
  await saveRecords(
    hub.table,
    [
      { type: "centre", record: aCentre({ code: "test:1", position: { latitude: 45.43, longitude: 9.17 } }) },
      { type: "centre", record: aCentre({ code: "test:2", position: null }) },
    ],
    { origin: "test", now },
  );
  await refresh(hub.table, "EVERYTHING", { now });
  const point = { type: "Point", coordinates: [9.17, 45.43] };
  expect(await hub.ask(`{ centres { nodes { code geometry location { geometry } } } }`)).toEqual({
    data: {
      centres: {
        nodes: [
          { code: "test:1", geometry: point, location: { geometry: point } },
          { code: "test:2", geometry: null, location: { geometry: null } },
        ],
      },
    },
  });
});
