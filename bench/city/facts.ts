import type { GeoPoint } from "../../src/domain/geo/point";

/** SYNTHETIC: one city of the size of Milan, with made-up facts, for measuring only. The hub and its peers get the same ones. */
interface AreaFact {
  readonly code: string;
  readonly name: string;
  readonly residents: number;
  /** Per cent of the residents, with many decimals: nobody shares a rank. */
  readonly share: number;
  /** Its south-western corner, in a city with places; it is a square of `areaDegrees`. */
  readonly corner?: GeoPoint;
}

interface CentreFact {
  readonly code: string;
  readonly name: string;
  readonly area: string;
  readonly manager: string;
  /** In a city with places. */
  readonly position?: GeoPoint;
}

interface ServiceFact {
  readonly code: string;
  readonly name: string;
  readonly centre: string;
  readonly organization: string;
}

interface OrganizationFact {
  readonly code: string;
  readonly name: string;
}

export interface CityFacts {
  readonly areas: readonly AreaFact[];
  readonly organizations: readonly OrganizationFact[];
  readonly centres: readonly CentreFact[];
  readonly services: readonly ServiceFact[];
}

export const city = { code: "comune:000001", name: "Città" } as const;
export const period = "2024";

/** About 0.8 square kilometres. */
export const areaDegrees = 0.01;
const areasInRow = 11;

/** At one time the data: 440 centres with ten services each. A larger city has more of both in the same areas. */
const [areaCount, organizationCount, centreCount, servicesOfCentre] = [88, 45, 440, 10];

/**
 * @param scale how many times the data of the city; a part of it if below 1.
 * @param hasPlaces whether areas have boundaries and centres have positions.
 */
export function cityFacts(scale: number, hasPlaces = false): CityFacts {
  const cornerOf = (i: number): GeoPoint => ({
    latitude: 45 + areaDegrees * Math.floor(i / areasInRow),
    longitude: 9 + areaDegrees * (i % areasInRow),
  });
  const positionIn = (area: number, i: number): GeoPoint => {
    const { latitude, longitude } = cornerOf(area);
    const inside = (by: number): number => areaDegrees * (0.05 + 0.9 * random(i, by));
    return { latitude: rounded(latitude + inside(3)), longitude: rounded(longitude + inside(4)) };
  };
  const areas = count(areaCount, (i) => ({
    code: areaCode(i),
    name: `Quartiere ${padded(i, 2)}`,
    residents: 1_000 + Math.round(20_000 * random(i, 1)),
    share: 100 * random(i, 2),
    ...(hasPlaces && { corner: cornerOf(i) }),
  }));
  const organizations = count(organizationCount, (i) => ({
    code: `ente:${padded(i, 2)}`,
    name: `Ente ${padded(i, 2)}`,
  }));
  const centres = count(Math.round(centreCount * scale), (i) => ({
    code: `casa:${padded(i, 6)}`,
    name: `Casa ${padded(i, 6)}`,
    area: areaCode(i % areaCount),
    manager: organizations[i % organizationCount]!.code,
    ...(hasPlaces && { position: positionIn(i % areaCount, i) }),
  }));
  const services = count(centres.length * servicesOfCentre, (i) => ({
    code: serviceCode(i),
    name: `Servizio ${padded(i, 7)}`,
    centre: centres[Math.floor(i / servicesOfCentre)]!.code,
    organization: organizations[i % organizationCount]!.code,
  }));
  return { areas, organizations, centres, services };
}

export const areaCode = (i: number): string => `nil1:${padded(i, 2)}`;
export const serviceCode = (i: number): string => `servizio:${padded(i, 7)}`;

const rounded = (degrees: number): number => Number(degrees.toFixed(6));

/** So that an order by code is the order by name and that of numbers, in every store. */
const padded = (i: number, length: number): string => String(i + 1).padStart(length, "0");

const count = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));

/** The same for the same place, from 0 to 1. */
const random = (a: number, b: number): number => {
  const x = Math.sin((a + 1) * 12.9898 + b * 78.233) * 43_758.5453;
  return x - Math.floor(x);
};
