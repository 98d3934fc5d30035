import { openingResolver } from "../opening/opening.resolver";
import { ServiceAtLocationType } from "./service-at-location.type";
import { placeOfLocation } from "./service-opening-place";

export const ServiceAtLocationOpeningResolver = openingResolver(() => ServiceAtLocationType, placeOfLocation);
