import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type BuildOptions, build } from "esbuild";

/** Settings of every bundle for browsers. */
export const common = {
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

/** Contents by flat name. */
export type Files = Map<string, Uint8Array>;

/** Finds the hashed name of an output by its plain one. @throws Error that lists what there is. */
export type FindOutput = (plain: string) => string;

/** Adds the output of esbuild to `files`. */
export async function bundle(files: Files, options: BuildOptions): Promise<FindOutput> {
  const { outputFiles } = await build({ ...common, ...options, write: false });
  const names = outputFiles.map((file) => basename(file.path));
  outputFiles.forEach((file) => void files.set(basename(file.path), file.contents));
  return (plain) => {
    const name = names.find((built) => built.replace(/-[A-Z0-9]{8}(?=\.)/, "") === plain);
    if (name === undefined) throw new Error(`esbuild made no ${plain}, only ${names.join(", ")}`);
    return name;
  };
}

export interface Built {
  /** How many files a browser can request. */
  readonly files: number;
  readonly bytes: number;
  readonly compressedBytes: number;
}

/** Writes one flat folder. Text is also written gzipped, so that no server compresses it again for each visitor. */
export async function writeFiles(outDir: string, files: Files): Promise<Built> {
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
