import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type BuildOptions, build } from "esbuild";
import { fontsAsFiles } from "./fonts-as-files";
import { readExamples } from "./read-examples";

const source = join(__dirname, "playground");

/** The editor shows only JSON and GraphQL, so it needs no other workers. */
const workerEntries = {
  "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
  "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
  "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
} as const;

const common = {
  absWorkingDir: source,
  assetNames: "[name]-[hash]",
  bundle: true,
  chunkNames: "[name]-[hash]",
  define: { "process.env.NODE_ENV": '"production"' },
  entryNames: "[name]-[hash]",
  legalComments: "linked",
  logLevel: "error",
  // Named, so that the one package that requires graphql gets the module of all others, and not a second copy.
  mainFields: ["browser", "module", "main"],
  minify: true,
  // A name only: nothing is written there, and the hashes do not depend on the place of the result.
  outdir: "built",
  target: "es2022",
  write: false,
} as const satisfies BuildOptions;

/** Files of earlier builds, which a new build may remove: hashed names would otherwise pile up. */
const hashed = /-[A-Z0-9]{8}\.[A-Za-z.0-9]+$/;

type Files = Map<string, Uint8Array>;

/**
 * Bundles the playground into one flat folder. The same sources give the same bytes. Text is also written gzipped, so
 * that no server compresses it again for each visitor.
 * @returns how many files a browser can request, and their size before and after compression.
 */
export async function buildPlayground(options: {
  readonly outDir: string;
  readonly examplesDir: string;
}): Promise<{ files: number; bytes: number; compressedBytes: number }> {
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

/** Adds the output of esbuild to `files`. @returns the hashed name of an entry by its plain one. */
async function bundle(files: Files, options: BuildOptions): Promise<(plain: string) => string> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  const names = outputFiles.map((file) => basename(file.path));
  outputFiles.forEach((file) => void files.set(basename(file.path), file.contents));
  return (plain) => {
    const name = names.find((built) => built.replace(/-[A-Z0-9]{8}(?=\.)/, "") === plain);
    if (name === undefined) throw new Error(`esbuild made no ${plain}, only ${names.join(", ")}`);
    return name;
  };
}

async function writeFiles(outDir: string, files: Files) {
  await mkdir(outDir, { recursive: true });
  const old = (await readdir(outDir)).filter((name) => hashed.test(name));
  await Promise.all(old.map((name) => rm(join(outDir, name))));
  let bytes = 0;
  let compressedBytes = 0;
  for (const [name, contents] of files) {
    await writeFile(join(outDir, name), contents);
    // woff and woff2 are compressed already.
    const zipped = /\.woff2?$/.test(name) ? contents : await promisify(gzip)(contents, { level: 9 });
    if (zipped !== contents) await writeFile(join(outDir, `${name}.gz`), zipped);
    bytes += contents.length;
    compressedBytes += zipped.length;
  }
  return { files: files.size, bytes, compressedBytes };
}
