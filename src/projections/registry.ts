import { boundaries } from "./boundaries";
import { figures } from "./figures";
import { locations } from "./locations";
import type { Projection } from "./projection";
import { searchIndex } from "./search-index";
import { serviceListings } from "./service-listings";
import { totals } from "./totals";

/** Items that follow from records. They come first, because documents depend on some of them. */
export const derived: readonly Projection[] = [serviceListings, locations];

/** Documents that readers get. */
export const documents: readonly Projection[] = [searchIndex, figures, totals, boundaries];
