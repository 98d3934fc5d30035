import { openingResolver } from "../opening/opening.resolver";
import { placeOfLocation } from "../opening/opening-place";
import { ServiceAtLocationType } from "./service-at-location.type";

export const ServiceAtLocationOpeningResolver = openingResolver(() => ServiceAtLocationType, placeOfLocation);
