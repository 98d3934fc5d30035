import { openingResolver } from "../opening/opening.resolver";
import { placeOfCentre } from "../opening/opening-place";
import { CentreType } from "./centre.type";

export const CentreOpeningResolver = openingResolver(() => CentreType, placeOfCentre);
