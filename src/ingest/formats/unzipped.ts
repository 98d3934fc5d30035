import { unzipSync, zipSync } from "fflate";
import { HubError } from "../../domain/kit/errors";
import { checkRepeatedCells, withoutComments } from "./repeated-cells";
import { checkFarCells } from "./sheet-size";

/** Of all parts of a spreadsheet together, unpacked. */
const maxUnzippedBytes = 100 * 1024 * 1024;
const maxParts = 2_000;

/**
 * The same archive without compression, and without pictures: who reads it unpacks nothing that was not measured.
 * @throws HubError SOURCE_UNREADABLE if it is damaged, or much larger than it looks (a zip bomb).
 */
export function unzipped(file: Buffer): Buffer {
  let [bytes, parts] = [0, 0];
  let isTooLarge = false;
  const found = readable(() =>
    // Each part is unpacked into a buffer of its declared size: more than that is an error.
    unzipSync(file, {
      filter({ name, originalSize }) {
        if (!/(?:\.xml|\.rels|^mimetype)$/i.test(name)) return false;
        bytes += originalSize;
        parts++;
        isTooLarge ||= bytes > maxUnzippedBytes || parts > maxParts;
        return !isTooLarge;
      },
    }),
  );
  if (isTooLarge)
    throw new HubError("SOURCE_UNREADABLE", "unpacked", { most: maxUnzippedBytes }, { where: "file" });
  const content = found["content.xml"];
  if (content !== undefined) {
    const seen = withoutComments(Buffer.from(content).toString());
    checkRepeatedCells(seen);
    found["content.xml"] = Buffer.from(seen);
  }
  for (const [name, sheet] of Object.entries(found))
    if (/worksheets\//i.test(name)) checkFarCells(Buffer.from(sheet).toString());
  return Buffer.from(zipSync(found, { level: 0 }));
}

function readable<T>(look: () => T): T {
  try {
    return look();
  } catch (cause) {
    throw new HubError("SOURCE_UNREADABLE", "damagedSpreadsheet", null, { where: "file", cause });
  }
}
