/** Files that are not text: what they are, and how they become readable. */
export const binaryFiles = {
  archive: ["a compressed archive (ZIP, gzip or the like)", "Unpack it, and use the file in it."],
  dbf: ["a dBASE table, as in a shapefile", "Export the table as CSV UTF-8, or the layer as GeoJSON."],
  document: ["a text document", "Save its table as CSV UTF-8."],
  flatGeobuf: ["a FlatGeobuf", "Export the layer as GeoJSON."],
  geoPackage: ["a GeoPackage", "Export the layer as GeoJSON in EPSG:4326, with QGIS or ogr2ogr."],
  image: ["an image", "Ask the publisher for the data as CSV or GeoJSON."],
  kmz: ["a KMZ archive", "Export the layer as GeoJSON in EPSG:4326."],
  ods: [
    "a spreadsheet of OpenDocument (ODS)",
    "Give format: spreadsheet in the mapping file, or save its sheet as CSV UTF-8.",
  ],
  oldOffice: ["an old Excel or Office file (XLS)", "Save its sheet as CSV UTF-8."],
  parquet: ["a Parquet file", "Export it as CSV UTF-8."],
  pdf: ["a PDF", "Ask the publisher for the data as CSV: a table in a PDF cannot be read reliably."],
  shapefile: ["a shapefile", "Export the layer as GeoJSON in EPSG:4326, with QGIS or ogr2ogr."],
  sqlite: ["an SQLite database", "Export the table as CSV UTF-8."],
  utf16: ["a text in UTF-16", "Save it as UTF-8. Spreadsheets call that format “CSV UTF-8”."],
  xlsx: [
    "an Excel file (XLSX, which is a ZIP)",
    "Give format: spreadsheet in the mapping file, or save its sheet as CSV UTF-8.",
  ],
} as const satisfies Readonly<Record<string, readonly [what: string, remedy: string]>>;

export type BinaryFile = keyof typeof binaryFiles;
