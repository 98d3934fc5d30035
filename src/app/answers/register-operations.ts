import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getOperationAST, parse, print } from "graphql";

/**
 * The queries of some folders by the SHA-256 of their text, as JSON. The text is what graphql-js prints of the document, which
 * is what Apollo's clients hash. Changes have no hash: they are sent in full.
 */
export function registeredOperations(folders: readonly string[]): string {
  const texts = folders
    .flatMap((folder) => readdirSync(folder).map((file) => path.join(folder, file)))
    .filter((file) => file.endsWith(".graphql"))
    .map((file) => parse(readFileSync(file, "utf8")))
    .filter((document) => getOperationAST(document)?.operation === "query")
    .map(print);
  const entries = texts.map((text) => [createHash("sha256").update(text).digest("hex"), text] as const);
  return `${JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;
}
