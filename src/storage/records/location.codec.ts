import type { CentreLocation, Location } from "../../domain/places/location";
import type { Codec } from "./codec";
import { everyArea, keys } from "./keys";

/** In no feed and without a history: it follows from centres, which have both. */
export const locationCodec = {
  type: "Location",
  code: ({ code }) => code,
  key: ({ code }) => keys.location(code),
  edges: ({ areaCodes, centreCodes, code }) =>
    [everyArea, ...areaCodes].map((areaCode) => ({
      ...keys.locationInArea(areaCode, code),
      ...{ code, centreCodes, shared: centreCodes.length > 1 ? "YES" : "NO" },
    })),
} satisfies Codec<Location>;

export const centreLocationCodec = {
  type: "CentreLocation",
  code: ({ code }) => code,
  key: ({ code }) => keys.centreLocation(code),
  bulk: true,
} satisfies Codec<CentreLocation>;
