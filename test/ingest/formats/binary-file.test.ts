import { access, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { initCommand } from "../../../src/entry/ingest-init.cli";
import { openSourceFile } from "../../../src/ingest/run/source-file";

/** A ZIP entry that is stored; more of an archive is not looked at. */
function zipped(name: string, content = ""): Buffer {
  const header = Buffer.alloc(30);
  header.write("PK\x03\x04", "latin1");
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name + content)]);
}

const padded = (...bytes: (number | string)[]): Buffer =>
  Buffer.concat([
    ...bytes.map((b) => (typeof b === "string" ? Buffer.from(b, "latin1") : Buffer.from([b]))),
    Buffer.alloc(200),
  ]);
const geoPackage = padded("SQLite format 3\0");
geoPackage.write("GPKG", 68);
const dbf = padded(0x03, 124, 5, 17);
dbf.writeUInt16LE(33 + 32, 8);
const ods = zipped("mimetype", "application/vnd.oasis.opendocument.spreadsheet");

/** Kinds met in open data portals and bug reports. */
const files: readonly (readonly [what: string, bytes: Buffer, said: string, remedy: string])[] = [
  ["an XLSX", zipped("xl/worksheets/sheet1.xml"), "an Excel file (XLSX, which is a ZIP)", "CSV UTF-8"],
  ["an XLSX of Excel", zipped("[Content_Types].xml"), "an Excel file (XLSX, which is a ZIP)", "CSV UTF-8"],
  ["an ODS", ods, "OpenDocument (ODS)", "CSV UTF-8"],
  ["a CSV in a ZIP", zipped("ingressi.csv", "a;b\n1;2\n"), "a compressed archive", "Unpack it"],
  ["a shapefile in a ZIP", zipped("NIL_WM.shp"), "a shapefile", "GeoJSON"],
  ["a shapefile", padded(0, 0, 0x27, 0x0a), "a shapefile", "GeoJSON"],
  ["the table of a shapefile", dbf, "a dBASE table", "GeoJSON"],
  ["a GeoPackage", geoPackage, "a GeoPackage", "GeoJSON"],
  ["an SQLite database", padded("SQLite format 3\0"), "an SQLite database", "CSV UTF-8"],
  ["an old XLS", padded(0xd0, 0xcf, 0x11, 0xe0), "an old Excel or Office file", "CSV UTF-8"],
  ["a gzip", gzipSync("a;b\n1;2\n"), "a compressed archive", "Unpack it"],
  ["a PDF", padded("%PDF-1.7"), "a PDF", "CSV"],
  ["a Parquet file", padded("PAR1\x15"), "a Parquet file", "CSV UTF-8"],
  ["an image", padded(0x89, "PNG\r\n"), "an image", "CSV or GeoJSON"],
  ["UTF-16", Buffer.from("\ufeffa;b\n1;2\n", "utf16le"), "a text in UTF-16", "UTF-8"],
  ["a KMZ", zipped("doc.kml"), "a KMZ archive", "GeoJSON"],
  // No known kind: bytes that no text has.
  ["other bytes", Buffer.from([0, 1, 0xff, 0xfe, 0, 3, 0x81, 0]), "not UTF-8", "CSV UTF-8"],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "vicinato-"));
});
afterAll(() => rm(folder, { recursive: true }));

test.each(files)(
  "%s is refused by init and by the import, with what to do",
  async (_what, bytes, said, remedy) => {
    for (const name of ["dati.csv", "dati.geojson"]) {
      await writeFile(path.join(folder, name), bytes);
      const init = initCommand([path.join(folder, name)], {
        out: () => undefined,
        err: () => undefined,
        variables: {},
      });
      await expect(init).rejects.toMatchObject({ code: "SOURCE_UNREADABLE" });
    }
    const init = initCommand([path.join(folder, "dati.csv")], {
      out: () => undefined,
      err: () => undefined,
      variables: {},
    });
    // A spreadsheet without a sheet is looked into, and refused as such.
    const isRead = said.includes("XLSX") || said.includes("ODS");
    await expect(init).rejects.toThrow(isRead ? "no readable sheet" : said);
    await expect(openSourceFile(folder, "dati.csv")).rejects.toMatchObject({
      code: "SOURCE_UNREADABLE",
      message: expect.stringContaining(said),
      hint: expect.stringContaining(remedy),
    });
    await expect(access(path.join(folder, "dati.mapping.yaml"))).rejects.toThrow("ENOENT");
  },
);

test.each([
  "PK;nome\n1;A\n",
  "PARCHEGGIO;POSTI\nVia A;3\n",
  "MM;II\n1;2\n",
  "fgb;BZ\n1;2\n",
  "PAR1;PAR2\n1;2\n",
  "\ufeffid;città\n1;è\n",
])("a text that begins like a binary file is read: %s", async (text) => {
  await writeFile(path.join(folder, "testo.csv"), text);
  await expect(openSourceFile(folder, "testo.csv")).resolves.toMatchObject({ size: Buffer.byteLength(text) });
  const out = path.join(folder, "testo.mapping.yaml");
  await initCommand([path.join(folder, "testo.csv")], {
    out: () => undefined,
    err: () => undefined,
    variables: {},
  });
  expect(await readFile(out, "utf8")).toContain("format: csv");
  await rm(out);
});
