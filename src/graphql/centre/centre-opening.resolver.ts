import { placeOfCentre } from "../../queries/places/opening-place";
import { openingResolver } from "../opening/opening.resolver";
import { CentreType } from "./centre.type";

export const CentreOpeningResolver = openingResolver(() => CentreType, placeOfCentre);
