import path from "node:path";
import { type BuildOptions, build, type Metafile, type Plugin } from "esbuild";
import { bundled } from "./bundled";

/** A part of the code that few requests need: a file of its own, which is loaded at its first use and not at a start. */
interface PartBeside {
  /** What imports it asks for. */
  readonly asked: RegExp;
  readonly file: string;
  readonly format: "cjs" | "esm";
  readonly contents: string;
}

/**
 * A package that only a module imports which is loaded late.
 * @param names of it that the hub imports, where all of it would be much more.
 */
const packageBeside = (name: string, names?: readonly string[]): PartBeside => ({
  asked: new RegExp(`^${name}$`),
  file: `./${path.basename(name)}.js`,
  format: "cjs",
  contents: names
    ? `export { ${names} } from ${JSON.stringify(name)};`
    : `module.exports = require(${JSON.stringify(name)});`,
});

const partsBeside: readonly PartBeside[] = [
  ...["hyparquet-writer", "jsonld", "n3", "proj4", "yaml"].map((name) => packageBeside(name)),
  packageBeside("@e965/xlsx", ["read", "SSF"]),
  { asked: /^jose$/, file: "./jose.mjs", format: "esm", contents: 'export * from "jose";' },
  {
    asked: /\/messages\/errors$/,
    file: "./error-texts.js",
    format: "cjs",
    contents: 'export * from "../domain/kit/messages/errors";',
  },
];

/** Leaves the parts out of a bundle. */
export const besideTheBundle: Plugin = {
  name: "beside the bundle",
  setup({ onResolve }) {
    for (const { asked, file } of partsBeside)
      onResolve({ filter: asked }, () => ({ path: file, external: true }));
  },
};

/**
 * Writes the parts that a bundle loads.
 * @returns what esbuild says of them.
 */
export function buildPartsBeside(
  { outputs }: Metafile,
  outDir: string,
  options: BuildOptions,
): Promise<{ readonly metafile: Metafile }[]> {
  const asked = Object.values(outputs).flatMap(({ imports }) => imports.map((one) => one.path));
  return Promise.all(
    partsBeside
      .filter(({ file }) => asked.includes(file))
      .map(({ file, format, contents }) =>
        build({
          ...bundled,
          ...options,
          ...{ stdin: { contents, resolveDir: __dirname }, outfile: path.join(outDir, file) },
          ...{ format, metafile: true },
        }),
      ),
  );
}
