import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Built, bundle as bundleFor, type Files, writeFiles } from "./kit/bundle";
import { purgedStyles } from "./purged-styles";

const source = join(__dirname, "page");

/** Where the hub serves the files, relative to the page: one flat folder. */
const folder = "page/";

const bundle: typeof bundleFor = (files, options) => bundleFor(files, { absWorkingDir: source, ...options });

/** Bundles the page of the hub into one flat folder. The same sources give the same bytes. */
export async function buildPage({ outDir }: { readonly outDir: string }): Promise<Built> {
  const files: Files = new Map();
  const script = await bundle(files, {
    entryPoints: ["main.tsx"],
    format: "esm",
    jsx: "automatic",
  });
  const style = await bundle(files, {
    entryPoints: ["style.css"],
    loader: { ".woff2": "file" },
    plugins: [purgedStyles([join(source, "**/*.tsx"), join(source, "index.html")])],
  });
  let html = await readFile(join(source, "index.html"), "utf8");
  html = html.replace('"main.js"', `"${folder}${script("main.js")}"`);
  // The style sheet, and the fonts that the first view shows: the browser asks for them before it reads the sheet.
  html = html.replace(/"([\w-]+\.(?:css|woff2))"/g, (_match, name: string) => `"${folder}${style(name)}"`);
  files.set("index.html", Buffer.from(html));
  return writeFiles(outDir, files);
}
