import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type DocumentNode, getOperationAST, parse, print } from "graphql";

/** The operations of a folder, one a file. */
export const documentsIn = (folder: string): DocumentNode[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .map((file) => parse(readFileSync(path.join(folder, file), "utf8")));

/**
 * The queries by the SHA-256 of their text, as JSON. The text is what graphql-js prints of the document, which is what Apollo's
 * clients hash. Changes have no hash: they are sent in full.
 */
export function registeredOperations(documents: readonly DocumentNode[]): string {
  const texts = documents.filter((document) => getOperationAST(document)?.operation === "query").map(print);
  const entries = texts.map((text) => [createHash("sha256").update(text).digest("hex"), text] as const);
  return `${JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;
}
