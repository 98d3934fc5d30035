import { cp, stat } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { wordFiles } from "../ingest/mapping/starter-words";
import { hubSources } from "../ingest/sources/sources";
import { apiPlugins, bundled } from "./bundled";
import type { LambdaName } from "./lambda-names";
import { besideTheBundle, buildPartsBeside } from "./parts-beside";

export interface LambdaBundle {
  readonly bytes: number;
  /** Names of the bundled packages, sorted. */
  readonly packages: readonly string[];
}

/** Not in a function: the embedded engine, and credentials from elsewhere than the environment, where Lambda puts them. */
const neverLoaded = [
  "@aws-sdk/credential-provider-http",
  "@aws-sdk/credential-provider-ini",
  "@aws-sdk/credential-provider-login",
  "@aws-sdk/credential-provider-process",
  "@aws-sdk/credential-provider-sso",
  "@aws-sdk/credential-provider-web-identity",
  "@aws-sdk/nested-clients",
  "@aws-sdk/token-providers",
  "@smithy/credential-provider-imds",
  "dynalite",
];

/** What functions read beside their code, at the same place as in the project. */
const readFiles: { readonly [name in LambdaName]?: readonly string[] } = {
  api: ["schema/operations.json", "schema/schema.graphql"],
  data: ["data/catalogue", "schema/hsds.openapi.json"],
};

/**
 * Bundles a function: `<outDir>/index.js` with the SDK inside, and beside it the parts loaded later, and the mapping files for
 * imports, or the schema as text with the registered operations.
 */
export async function buildLambda({
  outDir,
  name = "api",
}: {
  readonly outDir: string;
  readonly name?: LambdaName;
}): Promise<LambdaBundle> {
  const outfile = path.join(outDir, "index.js");
  const options = { minify: true, target: "node22", legalComments: "none", logLevel: "warning" } as const;
  const { metafile } = await build({
    entryPoints: [path.resolve(__dirname, `../entry/${name}.lambda.ts`)],
    outfile,
    ...bundled,
    plugins: [...(name === "api" ? apiPlugins : bundled.plugins), besideTheBundle],
    external: [...bundled.external, ...neverLoaded],
    ...options,
    metafile: true,
  });
  const parts = await buildPartsBeside(metafile, outDir, options);
  const files = [metafile, ...parts.map((part) => part.metafile)].flatMap(({ inputs }) =>
    Object.keys(inputs),
  );
  const project = path.resolve(__dirname, "../..");
  for (const file of readFiles[name] ?? [])
    await cp(path.join(project, file), path.join(outDir, file), { recursive: true });
  // The code that reads the city's mapping files finds them beside its bundle, and the codes that they name.
  if (files.some((file) => file.endsWith("/own-mappings.ts"))) {
    // A fault of one, such as a source without an origin, stops the build and not the first night.
    hubSources();
    for (const part of ["sources", ...Object.values(wordFiles)])
      await cp(path.join(project, "data", part), path.join(outDir, "data", part), {
        recursive: true,
      });
  }
  return { bytes: (await stat(outfile)).size, packages: packagesOf(files) };
}

const packagesOf = (files: readonly string[]): string[] => {
  const names = files.map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? null);
  return [...new Set(names.filter((name) => name !== null))].sort();
};
