import { placeOfLocation } from "../../queries/services/service-opening-place";
import { openingResolver } from "../places/opening.resolver";
import { ServiceAtLocationType } from "./service-at-location.type";

export const ServiceAtLocationOpeningResolver = openingResolver(() => ServiceAtLocationType, placeOfLocation);
