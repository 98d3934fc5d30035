import path from "node:path";
import { HubError } from "../../domain/kit/errors";
import type { Content } from "../../domain/kit/messages/en/errors";
import { shownUrl } from "./shown-url";

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
      ? "nothing"
      : html
        ? "page"
        : text.startsWith("<")
          ? "xml"
          : text.startsWith("PK\u0003\u0004") || text.startsWith("\u001f")
            ? "packed"
            : null;
  const isJson = /^[[{]/.test(text);
  const wanted = extension === ".csv" ? "csv" : /json$/.test(extension) ? "json" : "any";
  if (found !== null) return wrong(address, wanted, found);
  if (wanted === "csv" && isJson) return wrong(address, wanted, "json");
  if (wanted === "json" && !isJson) return wrong(address, wanted, "other");
  return null;
}

function wrong(address: string, wanted: Content, found: Content): HubError {
  const values = { url: shownUrl(address), found, wanted };
  return new HubError("SOURCE_UNREADABLE", "content", values, { where: "origin" });
}
