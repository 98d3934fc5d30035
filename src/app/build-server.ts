import { isBuiltin } from "node:module";
import path from "node:path";
import { build, type Plugin } from "esbuild";
import { bundled } from "./bundled";
import { besideTheBundle, buildPartsBeside } from "./parts-beside";

export interface ServerBundle {
  /** Names of the files, sorted. */
  readonly files: readonly string[];
  /** Names of the packages that they load at run time, sorted. */
  readonly packages: readonly string[];
  /** Folders of the project from which their code comes, sorted. */
  readonly folders: readonly string[];
}

/** The hub, the thread of its engine, and the commands for its operation on a server. */
const entries = [
  "download.cli",
  "engine.thread",
  "erase.cli",
  "ingest.cli",
  "keys.cli",
  "local",
  "projections.cli",
  "serve",
  "token.cli",
] as const;

/** The entry that starts the hub prepares the loading of its code, so it does not contain it. */
const hubBesideStart: Plugin = {
  name: "hub beside its start",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/serve$/ }, () => ({ path: "./serve.js", external: true }));
  },
};

/**
 * Bundles the hub for a server, so that plain Node runs it with the production dependencies alone. The
 * embedded engine stays outside, because it has a native part. The folder must lie as deep in the project as `src/entry`:
 * the starter data and the playground are found from there.
 */
export async function buildServer({ outDir }: { readonly outDir: string }): Promise<ServerBundle> {
  const options = {
    // A start reads all of it. Names stay, because stacks in the log show them.
    minifyWhitespace: true,
    minifySyntax: true,
    target: "node20",
    absWorkingDir: path.resolve(__dirname, "../.."),
    logLevel: "warning",
  } as const;
  const { metafile } = await build({
    entryPoints: entries.map((name) => path.resolve(__dirname, `../entry/${name}.ts`)),
    outdir: outDir,
    ...bundled,
    plugins: [...bundled.plugins, hubBesideStart, besideTheBundle],
    external: [...bundled.external, "dynalite"],
    ...options,
    metafile: true,
  });
  const parts = await buildPartsBeside(metafile, outDir, options);
  const outputs = [metafile, ...parts.map((part) => part.metafile)].flatMap((one) =>
    Object.entries(one.outputs),
  );
  const loaded = outputs.flatMap(([, { imports }]) => imports.map((file) => file.path));
  const own = Object.keys(metafile.inputs).filter((file) => !/^node_modules\/|^replaced:/.test(file));
  return {
    files: outputs.map(([file]) => path.basename(file)).sort(),
    packages: [...new Set(loaded.map(packageOf))].filter((name) => name !== null).sort(),
    folders: [...new Set(own.map((file) => file.split("/")[0]!))].sort(),
  };
}

/** `@apollo/server` of `@apollo/server/errors`; `null` for modules of Node and files beside. */
const packageOf = (specifier: string): string | null =>
  isBuiltin(specifier) || specifier.startsWith(".")
    ? null
    : (/^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? null);
