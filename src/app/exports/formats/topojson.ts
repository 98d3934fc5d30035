import { topology } from "topojson-server";
import { featuresOf } from "./features";
import type { FileFormat } from "./file-format";

type Collection = GeoJSON.FeatureCollection;

/** Steps from one end of the map to the other: finer than the five decimals of the boundaries. */
const steps = 1e6;

/** Boundaries that neighbours share once; an object for each level. The whole file is in memory: areas are few. */
export const topojson: FileFormat = {
  extension: "topojson",
  mediaType: "application/json",
  use: {
    it: "Mappe web leggere: i confini comuni ci sono una volta sola.",
    en: "Light web maps: borders that areas share are in it once.",
  },
  fits: ({ name }) => name === "areas",
  writer(set) {
    const levels = new Map<string, Collection>();
    return {
      begin: () => "",
      rows(batch) {
        for (const feature of featuresOf(set, batch)) {
          const level = String(feature.properties.level);
          const collection: Collection = levels.get(level) ?? { type: "FeatureCollection", features: [] };
          collection.features.push(structuredClone(feature) as unknown as Collection["features"][number]);
          levels.set(level, collection);
        }
        return "";
      },
      end: () => `${JSON.stringify(topology(Object.fromEntries(levels), steps))}\n`,
    };
  },
};
