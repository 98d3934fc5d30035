import { HubError } from "../../domain/kit/errors";
import type { LineProblem } from "../kit/problem";
import type { DeclaredEncoding } from "../kit/source";
import type { ByteCounts, Utf8Fault } from "./utf8";

/** `broken-utf-8`: UTF-8 with damaged bytes; readers report their places. */
export type Encoding = "broken-utf-8" | "utf-8" | "windows-1252";

/**
 * A text in Windows-1252 is valid UTF-8 in a few places by chance; a damaged one in UTF-8 has one character at least.
 */
const faultsForOneCharacter = 20;

/** A larger share of bytes that no text has: an Excel or ZIP file, UTF-16. A smaller one is damage. */
const maxNoTextShare = 0.01;

/**
 * The encoding of a file, and its problems. Decided for the file as a whole, so that a damaged byte never changes other
 * rows.
 * @throws HubError SOURCE_UNREADABLE if it is not text in any of them.
 */
export function encodingOf(
  counts: ByteCounts,
  declared?: DeclaredEncoding,
): { readonly encoding: Encoding; readonly problems: readonly LineProblem[] } {
  const { bytes, firstFault, faults, wideCharacters, noText } = counts;
  if (firstFault === null) {
    const other = declared !== undefined && wideCharacters > 0;
    return { encoding: "utf-8", problems: other ? [notAsDeclared] : [] };
  }
  if (noText > bytes * maxNoTextShare) throw notUtf8(firstFault);
  const isOther = declared === "windows-1252" || faults > faultsForOneCharacter * wideCharacters;
  if (!isOther || noText > 0) return { encoding: "broken-utf-8", problems: [] };
  return { encoding: "windows-1252", problems: declared === undefined ? [otherEncoding(firstFault)] : [] };
}

/** The characters of Windows-1252 at 0x80 to 0x9f, where Latin-1 has none. */
const from0x80 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** The same text in UTF-8. */
export const fromWindows1252 = (bytes: Buffer): Buffer =>
  Buffer.from(bytes.toString("latin1").replace(/[\u0080-\u009f]/g, (c) => from0x80[c.charCodeAt(0) - 0x80]!));

const ofFile = { column: null, value: null, rule: "OTHER_ENCODING" } as const;

const otherEncoding = ({ byte, line }: Utf8Fault): LineProblem => ({
  ...ofFile,
  line,
  severity: "WARNING",
  message: `The file is not UTF-8 at byte ${byte}: it was read as Windows-1252. Look at its letters with accents, or save it as UTF-8.`,
});

const notAsDeclared: LineProblem = {
  ...ofFile,
  line: null,
  severity: "NOTICE",
  message: "The file was in Windows-1252 and now is in UTF-8: it was read as UTF-8.",
};

export const notUtf8 = ({ byte, line }: Utf8Fault): HubError =>
  new HubError("SOURCE_UNREADABLE", "encoding", { byte, line }, { where: `line ${line}` });
