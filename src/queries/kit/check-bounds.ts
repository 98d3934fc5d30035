import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import { HubError } from "../../domain/kit/errors";
import { type Bounds, isWithin } from "../../domain/kit/limits";

/** @throws HubError BAD_USER_INPUT naming the argument, its value and its bounds. */
export function checkBounds(argument: string, value: number, bounds: Bounds): void {
  if (isWithin(bounds, value)) return;
  throw new HubError("BAD_USER_INPUT", {
    message: `${argument} is ${value}; it must be ${bounds.smallest} to ${bounds.largest}.`,
    messageIt: `${argument} è ${value}; deve essere da ${bounds.smallest} a ${bounds.largest}.`,
    hint: `Give a value from ${bounds.smallest} to ${bounds.largest}.`,
    where: argument,
  });
}

/** @throws HubError BAD_USER_INPUT for coordinates out of their range. */
export function checkGeoPoint(argument: string, point: GeoPoint): void {
  if (isGeoPoint(point)) return;
  const text = `latitude ${point.latitude}, longitude ${point.longitude}`;
  throw new HubError("BAD_USER_INPUT", {
    message: `${argument} is ${text}: that is no place on earth.`,
    messageIt: `${argument} è ${text}: non è un luogo sulla terra.`,
    hint: "Latitude is -90 to 90 and longitude -180 to 180, in degrees; Milan is about 45.46, 9.19.",
    where: argument,
  });
}

/** @throws HubError BAD_USER_INPUT if the date is a month or a year. */
export function checkWholeDay(argument: string, date: string): void {
  if (date.length === 10) return;
  throw new HubError("BAD_USER_INPUT", {
    message: `${argument} is ${date}; it must be a whole day.`,
    messageIt: `${argument} è ${date}; deve essere un giorno intero.`,
    hint: "Write YYYY-MM-DD.",
    where: argument,
  });
}
