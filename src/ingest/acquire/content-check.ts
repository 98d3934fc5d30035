import path from "node:path";
import type { HubError } from "../../domain/kit/errors";
import { notAsExpected } from "./acquire-errors";

/** Bytes at the beginning that identify the type of a file. */
export const beginningBytes = 512;

/**
 * The fault of a file's beginning, compared with the type in its name; `null` without a fault. For a file that is gone,
 * many servers return a page for people with status 200.
 */
export function contentProblem(address: string, file: string, beginning: Uint8Array): HubError | null {
  const text = Buffer.from(beginning)
    .toString("utf8")
    .replace(/^\ufeff/, "")
    .trimStart();
  const html = /^<(?:!doctype html|html|head|body)\b/i.test(text);
  const extension = path.extname(file).toLowerCase();
  const found =
    text === ""
      ? (["nothing", "nulla"] as const)
      : html
        ? (["a web page", "una pagina web"] as const)
        : text.startsWith("<")
          ? (["an XML document", "un documento XML"] as const)
          : text.startsWith("PK\u0003\u0004") || text.startsWith("\u001f")
            ? (["a packed file", "un file compresso"] as const)
            : null;
  const isJson = /^[[{]/.test(text);
  const wanted = extension === ".csv" ? "CSV" : /json$/.test(extension) ? "JSON" : null;
  if (found !== null) return wrong(address, wanted ?? "a file", found);
  if (wanted === "CSV" && isJson) return wrong(address, wanted, ["JSON", "JSON"]);
  if (wanted === "JSON" && !isJson) return wrong(address, wanted, ["something else", "altro"]);
  return null;
}

const wrong = (address: string, wanted: string, [found, trovato]: readonly [string, string]): HubError =>
  notAsExpected(
    address,
    `gives ${found} in place of ${wanted}`,
    `fornisce ${trovato} al posto di ${wanted}`,
    "Open the address in a browser: the file may have moved. What was downloaded before stays.",
  );
