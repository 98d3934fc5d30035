import type { ServiceAtLocation } from "../../domain/services/service-at-location";
import { placeOfLocation } from "../../queries/services/service-opening-place";
import { fields } from "../kit/declare";
import { toCentre } from "../places/centre.type";
import { openingFields } from "../places/opening.resolver";
import { toService } from "./service.type";
import { ServiceAtLocationType } from "./service-at-location.type";

fields<ServiceAtLocation>(() => ServiceAtLocationType, {
  centre: toCentre.one("centreCode", "The centre."),
  service: toService.one("serviceCode", "The service."),
  ...openingFields(placeOfLocation),
});
