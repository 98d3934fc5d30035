import { featuresOf } from "./features";
import type { FileFormat } from "./file-format";

/** RFC 7946. */
export const geojson: FileFormat = {
  extension: "geojson",
  mediaType: "application/geo+json",
  use: { it: "Mappe: QGIS, geojson.io e i siti web.", en: "Maps: QGIS, geojson.io and web sites." },
  fits: ({ geometry }) => geometry !== undefined,
  writer(set) {
    let isFirst = true;
    return {
      begin: () => `{"type":"FeatureCollection","name":${JSON.stringify(set.name)},"features":[`,
      rows(batch) {
        const texts = featuresOf(set, batch).map((feature) => JSON.stringify(feature));
        const before = isFirst ? "\n" : ",\n";
        isFirst = false;
        return before + texts.join(",\n");
      },
      end: () => "\n]}\n",
    };
  },
};

/** One feature on each line. */
export const geojsonLines: FileFormat = {
  extension: "geojsonl",
  mediaType: "application/x-ndjson",
  use: {
    it: "Mappe di molti luoghi, lette riga per riga: GDAL, tippecanoe.",
    en: "Maps of many places, read line by line: GDAL, tippecanoe.",
  },
  fits: geojson.fits,
  writer: (set) => ({
    begin: () => "",
    rows: (batch) =>
      featuresOf(set, batch)
        .map((feature) => `${JSON.stringify(feature)}\n`)
        .join(""),
    end: () => "",
  }),
};
