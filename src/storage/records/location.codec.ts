import { type CentreLocation, type Location, locationRecord } from "../../domain/places/location";
import type { Codec } from "./codec";
import { entity, keyed } from "./entity";
import { everyArea, keys } from "./keys";

/** No feed and no history, because it is derived from centres, which have both. */
export const locationCodec = {
  ...entity(locationRecord, "locations"),
  edges: ({ areaCodes, centreCodes, code }) =>
    [everyArea, ...areaCodes].map((areaCode) => ({
      ...keys.locationInArea(areaCode, code),
      ...{ code, centreCodes, shared: centreCodes.length > 1 ? "YES" : "NO" },
    })),
} satisfies Codec<Location>;

export const centreLocationCodec = {
  ...keyed("CentreLocation", "centreLocations", keys.centreLocation, ({ code }: CentreLocation) => code),
  bulk: true,
} satisfies Codec<CentreLocation>;
