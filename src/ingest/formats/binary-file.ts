import { HubError } from "../../domain/kit/errors";
import type { BinaryFile } from "../../domain/kit/messages/en/binary-files";

/** Bytes at the beginning of a file that show its kind. */
export const signatureBytes = 4096;

const starts: readonly (readonly [kind: BinaryFile, ...bytes: number[]])[] = [
  ["sqlite", ...Buffer.from("SQLite format 3\0")],
  ["shapefile", 0x00, 0x00, 0x27, 0x0a],
  ["oldOffice", 0xd0, 0xcf, 0x11, 0xe0],
  ["archive", 0x1f, 0x8b],
  ["archive", ...Buffer.from("7z\xbc\xaf", "latin1")],
  ["archive", ...Buffer.from("Rar!\u001a")],
  ["archive", ...Buffer.from("BZh9")],
  ["archive", 0xfd, ...Buffer.from("7zXZ")],
  ["pdf", ...Buffer.from("%PDF-")],
  ["parquet", ...Buffer.from("PAR1\u0015")],
  ["flatGeobuf", ...Buffer.from("fgb\u0003")],
  ["image", 0x89, ...Buffer.from("PNG")],
  ["image", 0xff, 0xd8, 0xff],
  ["image", ...Buffer.from("II*\0")],
  ["image", ...Buffer.from("MM\0*")],
  ["utf16", 0xff, 0xfe],
  ["utf16", 0xfe, 0xff],
];

/** What a file is instead of text, by its first bytes; `null` for a possible text. */
export function binaryKind(head: Buffer): BinaryFile | null {
  if (head.subarray(0, 2).toString() === "PK" && head[2]! <= 8 && head[3]! <= 9) return zipKind(head);
  if (isTableOfShapefile(head)) return "dbf";
  const found = starts.find(([, ...bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (found?.[0] === "sqlite" && head.subarray(68, 72).toString() === "GPKG") return "geoPackage";
  return found?.[0] ?? null;
}

/** By the first entries: 26 bytes after the mark of each stand its name and its content. */
function zipKind(head: Buffer): BinaryFile {
  const entries = head
    .toString("latin1")
    .split("PK\u0003\u0004")
    .map((entry) => entry.slice(26));
  const has = (name: RegExp): boolean => entries.some((entry) => name.test(entry));
  // Some programs compress the type: the reader of sheets finds out whether it is one.
  if (has(/^mimetype(?:application\/vnd\.oasis\.opendocument\.spreadsheet|(?!application\/))/)) return "ods";
  if (has(/^mimetypeapplication\/vnd\.oasis\.opendocument|^word\//)) return "document";
  if (has(/^(?:xl\/|\[Content_Types\]\.xml|_rels\/\.rels|docProps\/)/)) return "xlsx";
  if (has(/^[\w .()/-]*\.(?:shp|shx|dbf)/i)) return "shapefile";
  return has(/^[\w .()/-]*\.kml/i) ? "kmz" : "archive";
}

/** dBASE: a version, a day, and the length of a header that ends with a carriage return. */
function isTableOfShapefile(head: Buffer): boolean {
  if (head.length < 34 || ![0x03, 0x30, 0x83, 0x8b].includes(head[0]!)) return false;
  const [month, day, header] = [head[2]!, head[3]!, head.readUInt16LE(8)];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && header >= 33 && (header - 1) % 32 === 0;
}

/** @throws HubError SOURCE_UNREADABLE that says what the file is and how to make it readable. */
export function refuseBinary(head: Buffer): void {
  const kind = binaryKind(head);
  if (kind !== null) throw new HubError("SOURCE_UNREADABLE", "binary", { kind }, { where: "file" });
}
