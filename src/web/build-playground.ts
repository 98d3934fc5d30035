import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fontsAsFiles } from "./fonts-as-files";
import { type Built, bundle as bundleFor, common, type Files, writeFiles } from "./kit/bundle";
import { readExamples } from "./read-examples";

const source = join(__dirname, "playground");

/** The editor shows only JSON and GraphQL, so it needs no other workers. */
const workerEntries = {
  "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
  "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
  "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
} as const;

const bundle: typeof bundleFor = (files, options) => bundleFor(files, { absWorkingDir: source, ...options });

/** Bundles the playground into one flat folder. The same sources give the same bytes. */
export async function buildPlayground(options: {
  readonly outDir: string;
  readonly examplesDir: string;
}): Promise<Built> {
  const { outDir, examplesDir } = options;
  const files: Files = new Map();
  const examples = await readExamples(examplesDir);
  const editor = await bundle(files, { entryPoints: workerEntries, format: "iife" });
  const workers = {
    editor: editor("editor.worker.js"),
    graphql: editor("graphql.worker.js"),
    json: editor("json.worker.js"),
  };
  const script = await bundle(files, {
    define: { ...common.define, PLAYGROUND_WORKERS: JSON.stringify(workers) },
    entryPoints: ["main.tsx"],
    format: "esm",
    jsx: "automatic",
    // GraphiQL ships the editor's styles in its own sheet; the imports of the editor's modules would repeat them.
    loader: { ".css": "empty" },
    splitting: true,
  });
  const style = await bundle(files, { entryPoints: ["style.css"], plugins: [fontsAsFiles()] });
  const html = await readFile(join(source, "index.html"), "utf8");
  const page = html
    .replace('"main.js"', `"${script("main.js")}"`)
    .replace('"style.css"', `"${style("style.css")}"`);
  files.set("index.html", Buffer.from(page));
  files.set("examples.json", Buffer.from(JSON.stringify(examples)));
  return writeFiles(outDir, files);
}
