import type {
  HsdsNestedServiceAtLocation,
  HsdsServiceAtLocation,
  HsdsServiceAtLocationBasic,
} from "../../domain/hsds/rows";
import type { Centre } from "../../domain/places/centre";
import type { Service } from "../../domain/services/service";
import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { hsdsId } from "../../storage/documents/hsds-id";
import type { Records } from "../kit/records";
import { attributesOf, englishFacts, sourceFacts } from "./attributes";
import { factualCentre, factualService } from "./factual";
import { capacityFacts, locationBasic, locationRow } from "./locations";
import { phoneRows } from "./phones";
import type { HsdsReading } from "./reading";
import { present, said } from "./row";
import { hoursRows } from "./schedules";
import { serviceBasic } from "./service-basic";

/** A service at a place whose two records are facts; `null` for any other. */
interface Placed {
  readonly service: Service;
  readonly centre: Centre;
}

function placedOf({ serviceCode, centreCode }: ServiceAtLocation, records: Records): Placed | null {
  const service = factualService(serviceCode, records);
  const centre = factualCentre(centreCode, records);
  return service === null || centre === null ? null : { service, centre };
}

const fieldsOf = ({ code, description }: ServiceAtLocation, { service, centre }: Placed) =>
  present({
    id: hsdsId("service_at_location", code),
    service_id: hsdsId("service", service.code),
    location_id: hsdsId("location", centre.code),
    description: said(description),
  });

/** As in lists; `null` if its service or place is no fact. */
export function serviceAtLocationBasic(
  place: ServiceAtLocation,
  reading: HsdsReading,
): HsdsServiceAtLocationBasic | null {
  const { records } = reading;
  const placed = placedOf(place, records);
  return (
    placed && {
      ...fieldsOf(place, placed),
      location: locationBasic(placed.centre, records),
      service: serviceBasic(placed.service, reading),
    }
  );
}

/** With everything nested but its service; `null` as above. */
export function nestedServiceAtLocation(
  place: ServiceAtLocation,
  { records }: HsdsReading,
): HsdsNestedServiceAtLocation | null {
  const placed = placedOf(place, records);
  if (placed === null) return null;
  const fields = fieldsOf(place, placed);
  const { schedules, facts } = hoursRows(fields.id, place);
  const { code, description, phones, capacity, sourceCodes } = place;
  return {
    ...fields,
    ...present({
      phones: phoneRows(fields.id, phones),
      schedules: [...schedules],
      attributes: attributesOf("service_at_location", fields.id, [
        { term: "code", value: code },
        ...facts,
        ...capacityFacts(capacity),
        ...englishFacts({ description }),
        ...sourceFacts(sourceCodes, records),
      ]),
    }),
    location: locationRow(placed.centre, records),
  };
}

/** With everything nested; `null` as above. */
export function serviceAtLocationRow(
  place: ServiceAtLocation,
  reading: HsdsReading,
): HsdsServiceAtLocation | null {
  const row = nestedServiceAtLocation(place, reading);
  const placed = placedOf(place, reading.records);
  return row && placed && { ...row, service: serviceBasic(placed.service, reading) };
}
