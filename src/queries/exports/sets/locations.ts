import { pointGeometry } from "../../../domain/geo/geojson";
import type { Location } from "../../../domain/places/location";
import { columnsOf } from "../column";
import { recordSet } from "../export-set";
import { placeColumns } from "../place-columns";

const { text, codes, sources } = columnsOf<Location>();

export const locations = recordSet({
  name: "locations",
  record: "location",
  title: { it: "Edifici e sedi", en: "Locations" },
  description: {
    it: "Edifici e sedi: tutti i centri allo stesso indirizzo, di ogni fonte.",
    en: "Buildings and sites: all centres at one address, of every source.",
  },
  primaryKey: ["code"],
  columns: [
    text("code", "Codice, dall'indirizzo.", "Code, from the address.", ({ code }) => code),
    text(
      "locationType",
      "PHYSICAL, POSTAL o VIRTUAL.",
      "PHYSICAL, POSTAL or VIRTUAL.",
      (l) => l.locationType,
    ),
    ...placeColumns<Location>(),
    text("geocodeQuality", "Precisione del punto.", "Precision of the point.", (l) => l.geocodeQuality),
    text(
      "positionReason",
      "Perché è stato scelto questo punto.",
      "Why this point was chosen.",
      (l) => l.positionReason,
    ),
    codes(
      "centres",
      "Codici dei centri in questo luogo.",
      "Codes of the centres at this location.",
      (l) => l.centreCodes,
    ),
    sources((l) => l.sourceCodes),
  ],
  sourcesOf: ({ sourceCodes }) => sourceCodes,
  geometry: ({ position }) => position && pointGeometry(position),
});
