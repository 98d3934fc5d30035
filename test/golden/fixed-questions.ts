import type { GeoPoint } from "../../src/domain/geo/point";

/** Ten rows of ten, each row a little to the east of the one before, over Milan: in its corners some lie outside. */
export const points: readonly GeoPoint[] = Array.from({ length: 100 }, (_, i) => ({
  latitude: Number((45.393 + 0.0153 * Math.floor(i / 10)).toFixed(5)),
  longitude: Number((9.062 + 0.0213 * (i % 10) + 0.0017 * Math.floor(i / 10)).toFixed(5)),
}));

const remarkable = [
  // New Year, Epiphany, a night.
  "2026-01-01T10:00:00Z",
  "2026-01-06T10:00:00Z",
  "2026-02-14T02:00:00Z",
  // The hour that is left out in spring, and its neighbours.
  "2026-03-29T00:59:59Z",
  "2026-03-29T01:00:00Z",
  "2026-03-29T08:00:00Z",
  // Easter and its Monday, the holidays of spring.
  "2026-04-05T09:00:00Z",
  "2026-04-06T09:00:00Z",
  "2026-04-25T09:00:00Z",
  "2026-05-01T14:00:00Z",
  "2026-06-02T09:00:00Z",
  // August.
  "2026-08-03T08:00:00Z",
  "2026-08-11T13:00:00Z",
  "2026-08-15T08:00:00Z",
  "2026-08-26T15:00:00Z",
  "2026-08-31T08:00:00Z",
  // The hour that comes twice in autumn, and the morning after.
  "2026-10-25T00:30:00Z",
  "2026-10-25T01:30:00Z",
  "2026-10-26T09:00:00Z",
  // All Saints, the patron of Milan, the Immaculate Conception, Christmas, the end of the year.
  "2026-11-01T10:00:00Z",
  "2026-12-07T10:00:00Z",
  "2026-12-08T10:00:00Z",
  "2026-12-24T15:00:00Z",
  "2026-12-25T10:00:00Z",
  "2026-12-26T10:00:00Z",
  "2026-12-31T22:59:59Z",
];

/** Every fifth day of the summer, for which the city gives hours: all days of the week, hours 7 to 19 (UTC) in turn. */
const regular = Array.from({ length: 24 }, (_, i) => {
  const day = new Date(Date.UTC(2026, 5, 1 + 5 * i));
  const [hour, minute] = [7 + ((5 * i) % 13), i % 3 === 0 ? 30 : 0];
  return new Date(day.getTime() + (60 * hour + minute) * 60_000).toISOString().replace(".000Z", "Z");
});

/** Fifty moments of 2026. */
export const instants: readonly string[] = [...remarkable, ...regular].sort();
