import { city } from "./city/city-view";
import { find } from "./find/find-view";
import { neighbourhood } from "./neighbourhood/neighbourhood-view";
import { statement } from "./statement/statement-view";
import { strategy } from "./strategy/strategy-view";
import type { View } from "./view";

/** The navigation lists them in this order; the first one is shown at `/`. */
export const views: readonly View[] = [
  city, //
  neighbourhood,
  find,
  strategy,
  statement,
];
