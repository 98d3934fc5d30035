import { placeOfCentre } from "../../queries/places/opening-place";
import { CentreType } from "./centre.type";
import { openingResolver } from "./opening.resolver";

export const CentreOpeningResolver = openingResolver(() => CentreType, placeOfCentre);
