import { type GeoPoint, isGeoPoint } from "../../domain/geo/point";
import { unknownText } from "../../domain/hsds/tabular";
import { type Accessibility, type Address, type Centre, createCentre } from "../../domain/places/centre";
import { type Placed, placeOf } from "../../domain/places/place-of";
import { createServiceAtLocation, type ServiceAtLocation } from "../../domain/services/service-at-location";
import { finding } from "../kit/problem";
import { capacitiesOf } from "./capacities";
import { phonesOfRows } from "./contacts";
import type { HsdsIndex } from "./index-of";
import { codeOf, localized } from "./options";
import { ownKey, schemeOf } from "./organizations";
import { hoursOfRows, isHoliday } from "./schedules";
import { type HsdsRow, numberOf, textOf } from "./tables";

/** A location that people can visit; a postal address or a website is not. */
export const isPhysical = (row: HsdsRow): boolean =>
  (textOf(row, "location_type") ?? "physical").toLowerCase() === "physical";

export function centreOf(row: HsdsRow, id: string, index: HsdsIndex): Centre {
  const { options } = index;
  const address = addressOf(row, id, index);
  const hours = hoursOfRows(index.of("schedule", "location_id", id), index);
  const placed = placedOf(row, index);
  const type = textOf(row, "external_identifier_type");
  const value = textOf(row, "external_identifier");
  return createCentre({
    code: codeOf(id, options),
    name: textOf(row, "name") ?? textOf(row, "alternate_name") ?? address?.streetAddress ?? "",
    alternateName: textOf(row, "alternate_name"),
    address,
    position: placed.position,
    areaCodes: placed.allAreaCodes,
    accessibility: accessibilityOf(index.of("accessibility", "location_id", id), index),
    ...hours,
    notes: textOf(row, "description"),
    transportation: localized(textOf(row, "transportation"), options),
    externalIdentifiers: [
      ownKey(id),
      ...(type === null || value === null ? [] : [{ scheme: schemeOf(type), value }]),
    ],
    sourceCodes: [options.sourceCode],
  });
}

/** The point of a row, if it has valid coordinates. */
export function pointOf(row: HsdsRow): GeoPoint | null {
  const [latitude, longitude] = [numberOf(row, "latitude"), numberOf(row, "longitude")];
  if (latitude === null || longitude === null) return null;
  return isGeoPoint({ latitude, longitude }) ? { latitude, longitude } : null;
}

/** Files in HSDS may be of any region: a point outside every boundary may be right, and is kept. */
function placedOf(row: HsdsRow, { report, context }: HsdsIndex): Placed {
  const written = ["latitude", "longitude"].map((name) => textOf(row, name));
  const point = pointOf(row);
  const placed = placeOf({ position: point, outside: "KEEP" }, { areaOf: () => null, ...context });
  if (point === null && written.some((text) => text !== null)) {
    const found = finding("NOT_A_COORDINATE", "notDegrees");
    report(row, "ERROR", found, "location.latitude", written.join("; "));
  } else if (placed.doubt !== null) {
    const found = finding("POINT_OUTSIDE_CITY", "kept");
    report(row, "WARNING", found, "location.latitude", written.join("; "));
  }
  return placed;
}

/** The physical address, if there are several. */
function addressOf(row: HsdsRow, id: string, index: HsdsIndex): Address | null {
  const rows = index.of("address", "location_id", id);
  const chosen = rows.find((each) => textOf(each, "address_type") === "physical") ?? rows[0];
  if (chosen === undefined) return null;
  const street = [textOf(chosen, "address_1"), textOf(chosen, "address_2")].filter((part) => part !== null);
  const [locality, country] = [textOf(chosen, "city"), textOf(chosen, "country")];
  if (street.length === 0 || locality === null || country === null) {
    index.report(row, "WARNING", finding("EMPTY_CELL", "addressIncomplete"), "address", null);
    return null;
  }
  const postal = textOf(chosen, "postal_code");
  // A hub whose sources state none writes so, because the table demands one.
  const postalCode = postal === unknownText ? null : postal;
  return { streetAddress: street.join(", "), locality, postalCode, country };
}

/** Free text that names no feature of the hub: it becomes the note of an unknown. */
function accessibilityOf(rows: readonly HsdsRow[], { options }: HsdsIndex): Accessibility[] {
  const words = rows.flatMap((row) => [textOf(row, "description"), textOf(row, "details")]);
  const note = localized(words.filter((text) => text !== null).join("\n") || null, options);
  return note === null ? [] : [{ feature: "STEP_FREE_ACCESS", availability: "UNKNOWN", note }];
}

/** Rows of the service at this place; without usual hours of its own also those of the service that name no other place. */
function schedulesAt(row: HsdsRow, id: string, { of }: HsdsIndex): readonly HsdsRow[] {
  const own = of("schedule", "service_at_location_id", id);
  if (own.some((each) => !isHoliday(each))) return own;
  const isHere = (each: HsdsRow, name: string, here: string | null): boolean =>
    [null, here].includes(textOf(each, name));
  const ofService = of("schedule", "service_id", textOf(row, "service_id") ?? "").filter(
    (each) =>
      isHere(each, "location_id", textOf(row, "location_id")) && isHere(each, "service_at_location_id", id),
  );
  return [...new Set([...own, ...ofService])];
}

/** A service at a location. Without hours of its own it has those of the service. */
export function serviceAtLocationOf(row: HsdsRow, id: string, index: HsdsIndex): ServiceAtLocation {
  const { options } = index;
  const serviceId = textOf(row, "service_id") ?? "";
  const hours = hoursOfRows(schedulesAt(row, id, index), index);
  return createServiceAtLocation({
    code: codeOf(id, options),
    serviceCode: codeOf(serviceId, options),
    centreCode: codeOf(textOf(row, "location_id") ?? "", options),
    description: localized(textOf(row, "description"), options),
    phones: phonesOfRows(index.of("phone", "service_at_location_id", id), index),
    capacity: capacitiesOf(serviceId, index),
    ...hours,
    sourceCodes: [options.sourceCode],
  });
}
