import type { MultiPolygon } from "../../src/domain/geo/polygon";
import { createAreaBoundary } from "../../src/domain/places/area-boundary";
import type { HubRecord } from "../../src/storage/records/hub-record";
import { aCity, anArea } from "./builders";

const nilCode = (number: number): string => `nil:${number}`;

/** SYNTHETIC: a city and its first areas, squares of 0.01 degrees from west to east; their boundaries are apart. */
export const squares = (count: number): HubRecord[] => [
  { type: "area", record: aCity() },
  ...Array.from(
    { length: count },
    (_, i): HubRecord => ({
      type: "area",
      record: anArea({ code: nilCode(i + 1), cityCode: aCity().code }),
    }),
  ),
];

/** The boundary of such a square; its eastern border may bulge, by as many degrees. */
export function boundary(number: number, bulge = 0): HubRecord {
  const west = 9 + (number - 1) / 100;
  const east = 9 + number / 100;
  const polygons: MultiPolygon = [
    [
      [
        [west, 45],
        [east, 45],
        [east + bulge, 45.005],
        [east, 45.01],
        [west, 45.01],
        [west, 45.005],
        [west, 45],
      ],
    ],
  ];
  return {
    type: "areaBoundary",
    record: createAreaBoundary({ areaCode: nilCode(number), level: "NEIGHBOURHOOD", polygons }),
  };
}
