import { cp, stat } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { wordFiles } from "../ingest/mapping/starter-words";

export interface LambdaBundle {
  readonly bytes: number;
  /** Names of the bundled packages, sorted. */
  readonly packages: readonly string[];
}

/** The functions of the hub, by their purpose. */
export type LambdaName = "api" | "ingest" | "stream";

/**
 * Bundles a function: one file, `<outDir>/index.js`, with the SDK inside, and the mapping files beside it for imports.
 * Excluded is what the function never loads: the embedded engine, a validator that type-graphql only loads on request,
 * and the format in which Apollo reports usage to its vendor.
 */
export async function buildLambda({
  outDir,
  name = "api",
}: {
  readonly outDir: string;
  readonly name?: LambdaName;
}): Promise<LambdaBundle> {
  const outfile = path.join(outDir, "index.js");
  const { metafile } = await build({
    entryPoints: [path.resolve(__dirname, `../entry/${name}.lambda.ts`)],
    outfile,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    external: ["@apollo/usage-reporting-protobuf", "class-validator", "dynalite"],
    legalComments: "none",
    logLevel: "warning",
    metafile: true,
  });
  const files = Object.keys(metafile.inputs);
  // The code that reads the city's mapping files finds them beside its bundle, and the codes that they name.
  if (files.some((file) => file.endsWith("/own-mappings.ts")))
    for (const part of ["sources", ...Object.values(wordFiles)])
      await cp(path.resolve(__dirname, "../../data", part), path.join(outDir, "data", part), {
        recursive: true,
      });
  return { bytes: (await stat(outfile)).size, packages: packagesOf(files) };
}

const packagesOf = (files: readonly string[]): string[] => {
  const names = files.map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? null);
  return [...new Set(names.filter((name) => name !== null))].sort();
};
