import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { CapacityType, capacityDescription } from "../kit/capacity.type";
import { PhoneType } from "../kit/contact.type";
import { linkTo } from "../kit/link";
import { LocalizedTextType } from "../kit/localized-text.type";
import { node } from "../kit/node.type";
import { nonNull, nullable } from "../kit/output";

export const ServiceAtLocationType = node<
  ServiceAtLocation,
  "centreCode" | "openingRules" | "serviceCode" | "sourceCodes"
>("ServiceAtLocation", "Service at one centre (HSDS service_at_location).", {
  code: nonNull(() => String, "Stable key, for example ds1303:sspt:via-rugabella-4."),
  description: nullable(
    () => LocalizedTextType,
    "Information about this place only, such as floor or access by appointment.",
  ),
  phones: nonNull(() => [PhoneType], "Telephones of this place."),
  openingHoursText: nullable(() => String, "Opening hours as published, word for word."),
  closuresText: nullable(() => String, "Closures of the service at this place, word for word."),
  openingHoursNote: nullable(
    () => LocalizedTextType,
    "Reason to doubt the hours; no answer relies on doubtful hours. Null if there is none.",
  ),
  capacity: nullable(() => [CapacityType], capacityDescription),
});

export const toServiceAtLocation = linkTo(() => ServiceAtLocationType, "serviceAtLocation");
