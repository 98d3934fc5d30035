import type { BinaryFile } from "../en/binary-files";

/** I file che non sono testo: che cosa sono e come renderli leggibili. */
export const binaryFiles: Readonly<Record<BinaryFile, readonly [what: string, remedy: string]>> = {
  archive: [
    "un archivio compresso (ZIP, gzip o simili)",
    "Estrarre l'archivio e usare il file che contiene.",
  ],
  dbf: [
    "una tabella dBASE, come in uno shapefile",
    "Esportare la tabella come CSV UTF-8, o il livello come GeoJSON.",
  ],
  document: ["un documento di testo", "Salvare la tabella come CSV UTF-8."],
  flatGeobuf: ["un FlatGeobuf", "Esportare il livello come GeoJSON."],
  geoPackage: ["un GeoPackage", "Esportare il livello come GeoJSON in EPSG:4326, con QGIS o ogr2ogr."],
  image: ["un'immagine", "Richiedere all'ente i dati in CSV o GeoJSON."],
  kmz: ["un archivio KMZ", "Esportare il livello come GeoJSON in EPSG:4326."],
  ods: [
    "un foglio di calcolo OpenDocument (ODS)",
    "Indicare format: spreadsheet nel file di mappatura, o salvare il foglio come CSV UTF-8.",
  ],
  oldOffice: ["un vecchio file di Excel o di Office (XLS)", "Salvare il foglio come CSV UTF-8."],
  parquet: ["un file Parquet", "Esportarlo come CSV UTF-8."],
  pdf: [
    "un PDF",
    "Richiedere all'ente i dati in CSV: una tabella in un PDF non si legge in modo affidabile.",
  ],
  shapefile: ["uno shapefile", "Esportare il livello come GeoJSON in EPSG:4326, con QGIS o ogr2ogr."],
  sqlite: ["una base di dati SQLite", "Esportare la tabella come CSV UTF-8."],
  utf16: ["un testo in UTF-16", "Salvarlo in UTF-8. Nei fogli di calcolo il formato si chiama “CSV UTF-8”."],
  xlsx: [
    "un file di Excel (XLSX, cioè uno ZIP)",
    "Indicare format: spreadsheet nel file di mappatura, o salvare il foglio come CSV UTF-8.",
  ],
};
