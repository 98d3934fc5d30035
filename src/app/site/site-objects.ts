import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { SiteObject } from "../../storage/files/site-bucket";
import { contentTypes, freshnessOf } from "../web-folder";

/** Files that have other addresses than their names, as the hub gives them. */
const addresses = [
  { file: "page/index.html", key: "embed", contentType: contentTypes[".html"]! },
  { file: "playground/index.html", key: "playground/", contentType: contentTypes[".html"]! },
  { file: "reference.html", key: "schema", contentType: "text/html; charset=UTF-8" },
  { file: "schema.graphql", key: "schema.graphql", contentType: "text/plain; charset=UTF-8" },
] as const;

/** The files of the page and the playground, which are named by their addresses. */
const folders = ["page", "playground"] as const;

/**
 * What the edge sends from the bucket: the key of each object is its address. Compressed files are left out, because the edge compresses.
 * @param folder with the built page, playground and schema.
 */
export async function siteObjects(folder: string): Promise<readonly SiteObject[]> {
  const names = await Promise.all(
    folders.map(async (name) =>
      (await readdir(path.join(folder, name))).map((file) => path.posix.join(name, file)),
    ),
  );
  const own = names.flat().flatMap((file) => {
    const contentType = contentTypes[path.extname(file)];
    return contentType === undefined ? [] : [{ file, key: file, contentType }];
  });
  return Promise.all(
    [...own, ...addresses].map(async ({ file, key, contentType }) => ({
      key,
      content: await readFile(path.join(folder, file)),
      contentType,
      cacheControl: freshnessOf(key),
    })),
  );
}
